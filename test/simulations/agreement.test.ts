import { describe, expect, test } from 'vitest';
import { newestVersion } from '../../server/kubernetes/versions.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { compare } from './compare.mjs';
import { nodeFiles, type RecordedRun, recordedRuns, scenarioOf, standInFiles } from './recorded-runs.ts';

describe('the simulator agrees with the recorded control plane', () => {
  test.each([...standInFiles, ...nodeFiles])('in every run of %s', (file) => {
    expect(recordedRuns(file).flatMap((run) => disagreements(run, file))).toEqual([]);
  });
});

function disagreements(run: RecordedRun, file: string): readonly string[] {
  const simulated = recordingOf(simulate(run.manifest, scenarioOf(run, file), { until: run.until, version: run.version ?? newestVersion }));
  return compare(run, simulated, { describe: true }).map((difference) => `${run.name}: ${difference}`);
}
