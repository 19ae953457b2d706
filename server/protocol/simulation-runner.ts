import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../application/analysis.ts';
import type { KnownFacts } from '../application/facts/known-facts.ts';
import type { Settings } from '../application/settings/settings.ts';
import type { SimulateParams, SimulateResult } from '../application/simulation/answer.ts';
import { simulateObject } from '../application/simulation/simulate-object.ts';

/** Everything that a simulation is made from; it can be sent to a worker. */
export interface SimulationRequest {
  readonly text: string;
  readonly settings: Settings;
  readonly params: SimulateParams;
  /** Whether the text is a patch. */
  readonly partial: boolean;
  readonly facts: KnownFacts;
}

export interface Cancellation {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): { dispose(): void };
}

/** Runs a simulation somewhere; rejects when it was cancelled. */
export type RunSimulation = (request: SimulationRequest, cancellation: Cancellation) => Promise<SimulateResult>;

/** Runs it here and now. */
export function simulateHere({ text, settings, params, partial, facts }: SimulationRequest, cancelled: () => boolean): SimulateResult {
  const document = TextDocument.create(params.uri, 'yaml', 0, text);
  return simulateObject(createAnalyzer().analyse(document, settings, partial, facts), params, cancelled);
}

/** After whatever else has arrived, so that diagnostics go first. */
export const simulateInPlace: RunSimulation = (request, cancellation) =>
  new Promise((resolve, reject) => {
    setTimeout(() => {
      if (cancellation.isCancellationRequested) reject(new Error('cancelled'));
      else resolve(simulateHere(request, () => false));
    }, 0);
  });
