import { readFileSync } from 'node:fs';
import type { CronJob, Job } from '../../server/kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../../server/kubernetes/versions.ts';
import type { Scenario } from '../../server/simulator/scenario/scenario.ts';
import { readScenario } from '../../server/simulator/scenario/scenario-reader.ts';

/** A run as it was recorded; its rows are for `compare.mjs` to read. */
export interface RecordedRun {
  readonly name: string;
  readonly manifest: Job | CronJob;
  /** What was played, or is known of the containers. */
  readonly scenario: unknown;
  readonly until: number;
  /** Absent: the newest. */
  readonly version?: KubernetesVersion;
  readonly describePods?: string;
}

/** With a stand-in for the kubelet, which notices everything at once. */
export const standInFiles = [
  'job-runs.json',
  'job-runs-more.json',
  'job-runs-1.33.json',
  'job-runs-1.31.json',
  'random-runs-1.31.json',
  'cronjob-runs.json',
];
/** On a real node. */
export const nodeFiles = ['node-runs.json'];

export function recordedRuns(file: string): readonly RecordedRun[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

/** The scenario with which the recording of that file is to be played again. */
export function scenarioOf({ name, scenario }: RecordedRun, file: string): Scenario {
  const reading = readScenario(scenario);
  if ('findings' in reading) throw new Error(`the scenario of ${name} cannot be read: ${JSON.stringify(reading.findings)}`);
  return standInFiles.includes(file) ? { ...reading.scenario, kubelet: { notice: 0 } } : reading.scenario;
}
