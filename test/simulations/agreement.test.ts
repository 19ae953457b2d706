import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CronJob, Job } from '../../server/kubernetes/generated/types.ts';
import { type KubernetesVersion, newestVersion } from '../../server/kubernetes/versions.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import { readScenario } from '../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { compare } from './compare.mjs';

interface RecordedRun {
  readonly name: string;
  readonly manifest: Job | CronJob;
  readonly scenario: unknown;
  readonly until: number;
  /** Absent: the newest. */
  readonly version?: KubernetesVersion;
}

describe('the simulator agrees with the recorded control plane', () => {
  test.each(['job-runs.json', 'job-runs-more.json', 'job-runs-1.33.json', 'cronjob-runs.json'])('in every run of %s', (file) => {
    const runs: readonly RecordedRun[] = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
    expect(runs.flatMap(disagreements)).toEqual([]);
  });
});

function disagreements(run: RecordedRun): readonly string[] {
  const reading = readScenario(run.scenario);
  if ('findings' in reading) return [`${run.name}: its scenario cannot be read`];
  const simulated = recordingOf(simulate(run.manifest, reading.scenario, { until: run.until, version: run.version ?? newestVersion }));
  const differences = compare(run, simulated, { describe: true });
  return differences.map((difference) => `${run.name}: ${difference}`);
}
