import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { KnownFacts } from '../application/facts/known-facts.ts';
import { findObject } from '../application/object-ranges.ts';
import { editedScenario } from '../application/scenario/edited-scenario.ts';
import { scenarioNameOfChart, scenarioNames } from '../application/scenario/scenario-name.ts';
import type { Settings } from '../application/settings/settings.ts';
import type { LikelihoodParams, LikelihoodResult, SimulateParams } from '../application/simulation/answer.ts';
import { render } from '../messages/render.ts';
import type { Answers } from './answers.ts';
import type { Build } from './builds/build-source.ts';
import { type ReadFirst, scenarioBeside } from './files-beside.ts';
import { likelihoodRequest, type ScenarioTextResult, type SimulateAnswer, scenarioTextRequest, simulateRequest } from './requests.ts';
import { asBuilt, inSource } from './simulation/as-built.ts';
import { latestSimulation } from './simulation/latest-simulation.ts';
import { analysisOf, type RunSimulation, type SimulationRequest } from './simulation/simulation-runner.ts';

/** Simulates an object of an open document; the latest wins. */
export type Simulate = (params: SimulateParams, token: CancellationToken) => Promise<SimulateAnswer>;

interface How {
  readonly simulate: RunSimulation;
  readonly readFirst: ReadFirst;
  settingsOf(uri: string): Settings;
  isPatch(uri: string): boolean;
  factsOf(uri: string): KnownFacts;
  /** What the user's tools made of a file. */
  readyBuilds(uri: string): Promise<readonly Build[]>;
}

/**
 * Answers simulations of objects in open documents, of templates and patches what the user's tools made of them, with the scenario
 * beside the document where none is sent along, and returns what does so. Where one fails the editor is told so, and the log why.
 */
export function answerSimulations(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { report }: Answers,
  { simulate, readFirst, settingsOf, isPatch, factsOf, readyBuilds }: How,
): Simulate {
  const simulateLatest = latestSimulation<SimulateParams, SimulateAnswer>(async (request, cancellation) => {
    const built = await asBuilt(request, readyBuilds);
    if (built.status === 'not-built') return { ...built, status: 'unfinished', problems: [] };
    const { params, beside } = await withScenario(built.request);
    const answer = await simulate.one({ ...built.request, params }, cancellation);
    const placed = built.status === 'built' ? inSource(answer, params.uri, built.lineOf) : answer;
    return beside ? { ...placed, scenario: beside.file } : placed;
  });
  const likelihoodLatest = latestSimulation<LikelihoodParams, LikelihoodResult>(async (request, cancellation) => {
    const built = await asBuilt(request, readyBuilds);
    if (built.status === 'not-built') return { status: 'unknown', sentence: '' };
    const { params } = await withScenario(built.request);
    return simulate.many({ ...built.request, params }, cancellation);
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

  const simulateObject: Simulate = async (params, token) => {
    const request = requestOf(params);
    return request ? orFailure(params.uri, () => simulateLatest(request, token)) : { status: 'gone' };
  };
  connection.onRequest<SimulateAnswer, void>(simulateRequest, simulateObject);
  connection.onRequest<LikelihoodResult, void>(likelihoodRequest, async (params: LikelihoodParams, token: CancellationToken) => {
    const request = requestOf(params);
    return request ? orFailure(params.uri, () => likelihoodLatest(request, token)) : { status: 'unknown', sentence: '' };
  });
  connection.onRequest<ScenarioTextResult, void>(scenarioTextRequest, async (asked: SimulateParams) => {
    const written = requestOf(asked);
    const built = written && (await asBuilt(written, readyBuilds));
    const request = built && built.status !== 'not-built' ? built.request : undefined;
    const { params, beside } = request ? await withScenario(request) : { params: asked };
    // What lies among the templates of a chart helm takes for one.
    const own = built?.status === 'built' ? scenarioNameOfChart(asked.uri) : undefined;
    const uri = beside?.file ?? own ?? scenarioNames(asked.uri)[0] ?? '';
    const analysis = request && analysisOf(request);
    const object = analysis && findObject(analysis, params);
    const text = object && editedScenario(analysis, object, params.scenario, params.whatIf ?? { edits: [] });
    return { uri, text: text ?? null };
  });
  return simulateObject;
}
