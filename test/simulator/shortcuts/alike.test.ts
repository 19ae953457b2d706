import { expect, test } from 'vitest';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { jobsLiveAlike } from '../../../server/simulator/shortcuts/alike.ts';

function alike(scenario: unknown): boolean {
  const reading = readScenario(scenario);
  if ('findings' in reading) throw new Error(JSON.stringify(reading.findings));
  return jobsLiveAlike(reading.scenario);
}

test.each([
  {},
  { run: [{ for: 3, exit: 1 }, { for: 5 }], start: 2 },
  { containers: { job: { run: { for: 3 } }, share: {}, min: {} } },
  { pods: [{ ordinal: 1, run: { exit: 1 } }] },
  { actions: [{ at: 5, patch: { spec: { suspend: true } } }] },
  { kubelet: { notice: 3 } },
])('Jobs live alike with %j', (scenario) => {
  expect(alike(scenario)).toBe(true);
});

test.each([
  { run: { for: { min: 1, max: 3 } } },
  { start: { min: 1, max: 3 } },
  { run: [{ for: 3 }, { exit: [{ code: 1, share: 0.5 }] }] },
  { containers: { main: { run: { for: { min: 1, max: 3 } } } } },
  { pods: [{ ordinal: 1, start: { min: 1, max: 3 } }] },
  { pods: [{ ordinal: 0, containers: { main: { run: { exit: [{ code: 1, share: 0.1 }] } } } }] },
  { pods: [{ job: 2, run: { exit: 1 } }] },
  { cluster: { pods: 3 } },
  { kubelet: { notice: 0.7 } },
  { actions: [{ at: 5, failNode: 'node-1' }] },
])('they do not with %j', (scenario) => {
  expect(alike(scenario)).toBe(false);
});
