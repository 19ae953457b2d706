import fc from 'fast-check';
import type { ScenarioAction, WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';

const seconds = fc.integer({ min: 0, max: 120 });
const exit = fc.integer({ min: 0, max: 255 });
const few = fc.integer({ min: 0, max: 4 });
const yes = fc.constant(true as const);

const pod = fc.oneof(fc.record({ ordinal: few }), fc.record({ index: few }), fc.record({ index: few, attempt: few }));
const change = fc.oneof(
  fc.record({ for: seconds }),
  fc.record({ exit }),
  fc.record({ outOfMemory: yes }),
  fc.record({ cannotStart: yes }),
  fc.record({ cannotPull: yes }),
  fc.record({ cannotSchedule: yes }),
);
const action: fc.Arbitrary<ScenarioAction> = fc.oneof(
  fc.record({ at: seconds, patch: fc.record({ spec: fc.record({ parallelism: few }) }) }),
  fc.record({ at: seconds, deletePod: few }),
  fc.record({ at: seconds, evictPod: few }),
  fc.record({ at: seconds, killContainer: few, exit }),
  fc.record({ at: seconds, failNode: fc.constant('node-1') }),
  fc.record({ at: seconds, delete: fc.constantFrom('Foreground' as const, 'Background' as const) }),
);

/** Lists of edits that a page could send. */
export const whatIfEdits: fc.Arbitrary<readonly WhatIfEdit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('run-time' as const), seconds: fc.option(seconds, { nil: null }) }),
    fc.record({ kind: fc.constant('failure-rate' as const), share: fc.option(fc.constantFrom(0, 0.1, 0.5, 1), { nil: null }) }),
    fc.record({ kind: fc.constant('start' as const), seconds: fc.option(seconds, { nil: null }) }),
    fc.record({ kind: fc.constant('room' as const), pods: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }) }),
    fc.record({ kind: fc.constant('seed' as const), seed: fc.integer({ min: 0, max: 1000 }) }),
    fc.record({ kind: fc.constant('pod' as const), pod, change }),
    fc.record({ kind: fc.constant('pod' as const), pod, change, firstRunOnly: yes }),
    fc.record({ kind: fc.constant('action' as const), action }),
  ),
  { maxLength: 6 },
);

const run = fc.oneof(
  fc.record({ for: fc.oneof(seconds, fc.constant('1m30s')), exit }, { requiredKeys: [] }),
  fc.record({ signal: fc.constant('SEGV'), for: seconds }, { requiredKeys: ['signal'] }),
  fc.record({ cannotPull: yes, for: seconds }, { requiredKeys: ['cannotPull'] }),
  fc.constant({ outOfMemory: true, for: 4 }),
);

/** Scenarios as somebody may have written them, nothing at all among them. */
export const writtenScenarios: fc.Arbitrary<unknown> = fc.option(
  fc.record(
    {
      run: fc.oneof(run, fc.array(run, { minLength: 1, maxLength: 3 })),
      start: seconds,
      cluster: fc.record({ pods: fc.integer({ min: 1, max: 5 }), nodes: fc.constant(2) }, { requiredKeys: [] }),
      pods: fc.array(fc.record({ ordinal: few, run, stop: fc.constant({ after: 1 }) }, { requiredKeys: ['ordinal'] }), { maxLength: 3 }),
      actions: fc.array(action, { maxLength: 2 }),
      seed: fc.integer({ min: 0, max: 9 }),
    },
    { requiredKeys: [] },
  ),
);
