import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { KnownFacts } from '../application/facts/known-facts.ts';
import { findObject } from '../application/object-ranges.ts';
import { editedScenario } from '../application/scenario/edited-scenario.ts';
import { scenarioNames } from '../application/scenario/scenario-name.ts';
import type { Settings } from '../application/settings/settings.ts';
import type { LikelihoodParams, LikelihoodResult, SimulateParams } from '../application/simulation/answer.ts';
import { render } from '../messages/render.ts';
import type { Answers } from './answers.ts';
import { type ReadFirst, scenarioBeside } from './files-beside.ts';
import { likelihoodRequest, type ScenarioTextResult, type SimulateAnswer, scenarioTextRequest, simulateRequest } from './requests.ts';
import { latestSimulation } from './simulation/latest-simulation.ts';
import { analysisOf, type RunSimulation, type SimulationRequest } from './simulation/simulation-runner.ts';

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
  const simulateLatest = latestSimulation<SimulateParams, SimulateAnswer>(async (request, cancellation) => {
    const { params, beside } = await withScenario(request);
    const answer = await simulate.one({ ...request, params }, cancellation);
    return beside ? { ...answer, scenario: beside.file } : answer;
  });
  const likelihoodLatest = latestSimulation<LikelihoodParams, LikelihoodResult>(async (request, cancellation) => {
    const { params } = await withScenario(request);
    return simulate.many({ ...request, params }, cancellation);
  });

  /** With the scenario beside the document, where none was sent along. */
  async function withScenario<Params extends SimulateParams>({ params }: SimulationRequest<Params>) {
    const beside = params.scenario ? undefined : await scenarioBeside(params.uri, readFirst);
    return { params: beside ? { ...params, scenario: beside } : params, beside };
  }
  function requestOf<Params extends SimulateParams>(params: Params): SimulationRequest<Params> | undefined {
    const { uri } = params;
    const text = documents.get(uri)?.getText();
    return text === undefined ? undefined : { text, settings: settingsOf(uri), params, partial: isPatch(uri), facts: factsOf(uri) };
  }
  /** Simulates, or says why it failed. */
  async function orFailure<Result>(uri: string, simulation: () => Promise<Result>): Promise<Result> {
    try {
      return await simulation();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      report('Simulation', error);
      throw new ResponseError(LSPErrorCodes.RequestFailed, render('simulation-failed', {}, settingsOf(uri).language));
    }
  }

  connection.onRequest<SimulateAnswer, void>(simulateRequest, async (params: SimulateParams, token: CancellationToken) => {
    const request = requestOf(params);
    return request ? orFailure(params.uri, () => simulateLatest(request, token)) : { status: 'gone' };
  });
  connection.onRequest<LikelihoodResult, void>(likelihoodRequest, async (params: LikelihoodParams, token: CancellationToken) => {
    const request = requestOf(params);
    return request ? orFailure(params.uri, () => likelihoodLatest(request, token)) : { status: 'unknown', sentence: '' };
  });
  connection.onRequest<ScenarioTextResult, void>(scenarioTextRequest, async (asked: SimulateParams) => {
    const request = requestOf(asked);
    const { params, beside } = request ? await withScenario(request) : { params: asked };
    const uri = beside?.file ?? scenarioNames(asked.uri)[0] ?? '';
    const analysis = request && analysisOf(request);
    const object = analysis && findObject(analysis, params);
    const text = object && editedScenario(analysis, object, params.scenario, params.whatIf ?? { edits: [] });
    return { uri, text: text ?? null };
  });
}
