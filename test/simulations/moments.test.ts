import { describe, expect, test } from 'vitest';
import { at } from '../../server/simulator/run/at.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { difference } from '../simulator/arbitrary-runs.ts';
import { allOutputs } from '../simulator/run/outputs.ts';
import { nodeFiles, type RecordedRun, recordedRuns, scenarioOf, standInFiles } from './recorded-runs.ts';

describe('a moment of a recorded run is the end of one that was watched up to then, to the byte', () => {
  test.each([...standInFiles, ...nodeFiles])('in every run of %s', (file) => {
    const recorded = recordedRuns(file);
    expect(recorded.length).toBeGreaterThan(0);
    expect(recorded.flatMap((run) => differences(run, file))).toEqual([]);
  });
});

function differences(recorded: RecordedRun, file: string): readonly string[] {
  const { name, manifest, until } = recorded;
  const scenario = scenarioOf(recorded, file);
  const run = simulate(manifest, scenario, { version: '1.37', until: 2 * until });
  const rows = recordingOf(run).pods;
  const change = rows[Math.floor(rows.length / 2)]?.t ?? 0;
  return [0, 0.5, until / 3, change, until, 1.5 * until].flatMap((t) => {
    const watched = simulate(manifest, scenario, { version: '1.37', until: t });
    return difference(allOutputs(at(run, t)), allOutputs(at(watched))).map((text) => `${name} at ${t} s: ${text}`);
  });
}
