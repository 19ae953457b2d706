import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../application/settings.ts';
import type { SimulateParams, SimulateResult } from '../application/simulation/answer.ts';
import { render } from '../messages/render.ts';
import type { Answers } from './answers.ts';
import { latestSimulation } from './latest-simulation.ts';
import { simulateRequest } from './requests.ts';
import type { RunSimulation } from './simulation-runner.ts';

/** Answers simulations of objects in open documents; where one fails the editor is told so, and the log why. */
export function answerSimulations(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { report }: Answers,
  how: { readonly simulate: RunSimulation; settingsOf(uri: string): Settings; isPatch(uri: string): boolean },
): void {
  const simulateLatest = latestSimulation(how.simulate);
  connection.onRequest<SimulateResult, void>(simulateRequest, async (params: SimulateParams, token: CancellationToken) => {
    const { uri } = params;
    const text = documents.get(uri)?.getText();
    if (text === undefined) return { status: 'gone' };
    const settings = how.settingsOf(uri);
    try {
      return await simulateLatest({ text, settings, params, partial: how.isPatch(uri) }, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      report('Simulation', error);
      throw new ResponseError(LSPErrorCodes.RequestFailed, render('simulation-failed', {}, settings.language));
    }
  });
}
