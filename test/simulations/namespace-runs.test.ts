import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { factIn, factsIn } from '../../server/admission/namespace-facts.ts';
import type { Job } from '../../server/kubernetes/generated/types.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import { readScenario } from '../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { compare } from './compare.mjs';

interface RecordedRun {
  readonly name: string;
  readonly facts: readonly unknown[];
  readonly manifest: Job;
  readonly scenario: unknown;
  readonly until: number;
}

const runs: readonly RecordedRun[] = JSON.parse(readFileSync(new URL('namespace-runs.json', import.meta.url), 'utf8'));

test.each(runs.map((run) => [run.name, run] as const))('%s: pods are refused as by the recorded control plane', (_name, run) => {
  const reading = readScenario(run.scenario);
  if ('findings' in reading) throw new Error('its scenario cannot be read');
  const facts = factsIn(run.facts.flatMap((value) => factIn(value) ?? []));
  const scenario = { ...reading.scenario, kubelet: { notice: 0 } };
  const options = { until: run.until, version: '1.37', ...(facts ? { facts } : {}) } as const;
  expect(compare(run, recordingOf(simulate(run.manifest, scenario, options)), { describe: true })).toEqual([]);
});
