import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../application/analysis.ts';
import { explainObject } from '../../application/explain/explain-object.ts';
import type { KnownFacts } from '../../application/facts/known-facts.ts';
import type { Settings } from '../../application/settings/settings.ts';
import type { LikelihoodParams, LikelihoodResult, SentResult, SimulateParams } from '../../application/simulation/answer.ts';
import { likelihood } from '../../application/simulation/likelihood.ts';
import { simulateObject } from '../../application/simulation/simulate-object.ts';
import { writtenRun } from '../../simulator/run/written/written-run.ts';

/** Everything that a simulation is made from; it can be sent to a worker. */
export interface SimulationRequest<Params extends SimulateParams = SimulateParams> {
  readonly text: string;
  readonly settings: Settings;
  readonly params: Params;
  /** Whether the text is a patch. */
  readonly partial: boolean;
  readonly facts: KnownFacts;
}

/** What can be asked of one that runs simulations; whether one run is wanted, or very many, the parameters say. */
export type AnyRequest = SimulationRequest | SimulationRequest<LikelihoodParams>;

export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** Runs simulations somewhere; rejects when one was cancelled. */
export interface RunSimulation {
  one(request: SimulationRequest, cancellation: Cancellation): Promise<SentResult>;
  /** As many as it takes to say how an object comes out by chance. */
  many(request: SimulationRequest<LikelihoodParams>, cancellation: Cancellation): Promise<LikelihoodResult>;
}

/** Runs it here and now. */
export function simulateHere(request: AnyRequest, cancelled: () => boolean): SentResult | LikelihoodResult {
  return asksForMany(request) ? manyHere(request) : oneHere(request, cancelled);
}

function asksForMany(request: AnyRequest): request is SimulationRequest<LikelihoodParams> {
  return 'failureRate' in request.params;
}

function oneHere(request: SimulationRequest, cancelled: () => boolean): SentResult {
  const analysis = analysisOf(request);
  const { params } = request;
  const result = params.explain ? explainObject(analysis, params) : simulateObject(analysis, params, cancelled);
  return result.status === 'simulated' ? { ...result, run: writtenRun(result.run) } : result;
}

function manyHere(request: SimulationRequest<LikelihoodParams>): LikelihoodResult {
  return likelihood(analysisOf(request), request.params);
}

export function analysisOf({ text, settings, params, partial, facts }: SimulationRequest) {
  const document = TextDocument.create(params.uri, 'yaml', 0, text);
  return createAnalyzer().analyse(document, settings, partial, facts);
}

/** After whatever else has arrived, so that diagnostics go first. */
export const simulateInPlace: RunSimulation = {
  one: (request, cancellation) => later(() => oneHere(request, () => false), cancellation),
  many: (request, cancellation) => later(() => manyHere(request), cancellation),
};

function later<Result>(run: () => Result, cancellation: Cancellation): Promise<Result> {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      if (cancellation.isCancellationRequested) reject(new Error('cancelled'));
      else resolve(run());
    }, 0);
  });
}
