import { describe, expect, test } from 'vitest';
import { newestVersion } from '../../server/kubernetes/versions.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { compare } from './compare.mjs';
import { maskedPods } from './described-pods.ts';
import { nodeFiles, type RecordedRun, recordedRuns, scenarioOf, standInFiles } from './recorded-runs.ts';

describe('the simulator agrees with the recorded control plane', () => {
  test.each([...standInFiles, ...nodeFiles])('in every run of %s', (file) => {
    expect(recordedRuns(file).flatMap((run) => disagreements(run, file))).toEqual([]);
  });
});

test.each(nodeFiles)('kubectl describe pods says what it said in every run of %s', (file) => {
  expect(recordedRuns(file).flatMap((run) => misdescribed(run, file))).toEqual([]);
});

function misdescribed(run: RecordedRun, file: string): readonly string[] {
  const { describePods } = recordingOf(simulate(run.manifest, scenarioOf(run, file), { until: run.until, version: newestVersion }));
  const recorded = maskedPods(run.describePods || 'No resources found in default namespace.').toSorted();
  const simulated = maskedPods(describePods).toSorted();
  return recorded.join('\n') === simulated.join('\n') ? [] : [`${run.name}: ${recorded.filter((line) => !simulated.includes(line))}`];
}

function disagreements(run: RecordedRun, file: string): readonly string[] {
  const simulated = recordingOf(simulate(run.manifest, scenarioOf(run, file), { until: run.until, version: run.version ?? newestVersion }));
  return compare(run, simulated, { describe: true }).map((difference) => `${run.name}: ${difference}`);
}
