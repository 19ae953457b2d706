import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CronJob, Job } from '../../server/kubernetes/generated/types.ts';
import { at } from '../../server/simulator/run/at.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import { readScenario } from '../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { difference } from '../simulator/arbitrary-runs.ts';
import { allOutputs } from '../simulator/run/outputs.ts';

interface RecordedRun {
  readonly name: string;
  readonly manifest: Job | CronJob;
  readonly scenario: unknown;
  readonly until: number;
}

describe('a moment of a recorded run is the end of one that was watched up to then, to the byte', () => {
  test.each(['job-runs.json', 'cronjob-runs.json'])('in every run of %s', (file) => {
    const recorded: readonly RecordedRun[] = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
    expect(recorded.length).toBeGreaterThan(10);
    expect(recorded.flatMap(differences)).toEqual([]);
  });
});

function differences({ name, manifest, scenario: written, until }: RecordedRun): readonly string[] {
  const reading = readScenario(written);
  if ('findings' in reading) return [`${name}: its scenario cannot be read`];
  const { scenario } = reading;
  const run = simulate(manifest, scenario, { version: '1.37', until: 2 * until });
  const rows = recordingOf(run).pods;
  const change = rows[Math.floor(rows.length / 2)]?.t ?? 0;
  return [0, 0.5, until / 3, change, until, 1.5 * until].flatMap((t) => {
    const watched = simulate(manifest, scenario, { version: '1.37', until: t });
    return difference(allOutputs(at(run, t)), allOutputs(at(watched))).map((text) => `${name} at ${t} s: ${text}`);
  });
}
