import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { KnownFacts } from '../application/facts/known-facts.ts';
import type { Settings } from '../application/settings/settings.ts';
import type { SimulateParams } from '../application/simulation/answer.ts';
import { render } from '../messages/render.ts';
import type { Answers } from './answers.ts';
import { type ReadFirst, scenarioBeside } from './files-beside.ts';
import { latestSimulation } from './latest-simulation.ts';
import { type SimulateAnswer, simulateRequest } from './requests.ts';
import type { RunSimulation } from './simulation-runner.ts';

interface How {
  readonly simulate: RunSimulation;
  readonly readFirst: ReadFirst;
  settingsOf(uri: string): Settings;
  isPatch(uri: string): boolean;
  factsOf(uri: string): KnownFacts;
}

/**
 * Answers simulations of objects in open documents, with the scenario beside the document where none is sent along. Where
 * one fails the editor is told so, and the log why.
 */
export function answerSimulations(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { report }: Answers,
  { simulate, readFirst, settingsOf, isPatch, factsOf }: How,
): void {
  const simulateLatest = latestSimulation(async (request, cancellation): Promise<SimulateAnswer> => {
    const { params } = request;
    const scenario = params.scenario ? undefined : await scenarioBeside(params.uri, readFirst);
    if (!scenario) return simulate(request, cancellation);
    return { ...(await simulate({ ...request, params: { ...params, scenario } }, cancellation)), scenario: scenario.file };
  });

  connection.onRequest<SimulateAnswer, void>(simulateRequest, async (params: SimulateParams, token: CancellationToken) => {
    const { uri } = params;
    const text = documents.get(uri)?.getText();
    if (text === undefined) return { status: 'gone' };
    const settings = settingsOf(uri);
    try {
      return await simulateLatest({ text, settings, params, partial: isPatch(uri), facts: factsOf(uri) }, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      report('Simulation', error);
      throw new ResponseError(LSPErrorCodes.RequestFailed, render('simulation-failed', {}, settings.language));
    }
  });
}
