import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { applyEdits } from '../../../server/simulator/what-if/apply-edits.ts';
import type { WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';
import { runs } from '../../property-runs.ts';
import { whatIfEdits, writtenScenarios } from './arbitrary-edits.ts';

describe('edits by hand give the scenario that one would have written', () => {
  const runs: WhatIfEdit = { kind: 'run-time', seconds: 30 };
  const fails: WhatIfEdit = { kind: 'failure-rate', share: 0.05 };
  const cases: readonly (readonly [string, unknown, readonly WhatIfEdit[], unknown])[] = [
    ['no edit', { run: { for: 5 } }, [], { run: { for: 5 } }],
    ['nothing but the length', null, [runs], { run: { for: 30 } }],
    ['the length, then the share', {}, [runs, fails], { run: { for: 30, exit: [{ code: 1, share: 0.05 }] } }],
    ['no failure at all', {}, [{ kind: 'failure-rate', share: 0 }], { run: { exit: 0 } }],
    ['as the command says', { run: { for: 5, exit: 1 } }, [{ kind: 'run-time', seconds: null }], { run: { exit: 1 } }],
    [
      'a list: a start that fails stays',
      { run: [{ cannotPull: true, for: 9 }, { exit: 3 }] },
      [runs],
      {
        run: [
          { cannotPull: true, for: 9 },
          { for: 30, exit: 3 },
        ],
      },
    ],
    ['a start that fails for good', { run: { cannotPull: true } }, [runs], { run: { cannotPull: true } }],
    ['room', { cluster: { nodes: 2 } }, [{ kind: 'room', pods: 3 }], { cluster: { nodes: 2, pods: 3 } }],
    ['room without a bound', { cluster: { pods: 2 } }, [{ kind: 'room', pods: null }], {}],
    [
      'one pod fails, and otherwise runs like the others',
      { run: { for: '5m' } },
      [{ kind: 'pod', pod: { ordinal: 2 }, change: { exit: 3 } }],
      { run: { for: '5m' }, pods: [{ ordinal: 2, run: { for: '5m', exit: 3 } }] },
    ],
    [
      'its first run only',
      {},
      [{ kind: 'pod', pod: { index: 1, attempt: 0 }, change: { outOfMemory: true }, firstRunOnly: true }],
      { pods: [{ index: 1, attempt: 0, run: [{ outOfMemory: true }, {}] }] },
    ],
    [
      'the same pod again: its own entry is changed',
      { pods: [{ ordinal: 1, run: { for: 7, signal: 'KILL' }, stop: { after: 3 } }] },
      [
        { kind: 'pod', pod: { ordinal: 1 }, change: { exit: 9 } },
        { kind: 'pod', pod: { ordinal: 1 }, change: { for: 2 } },
      ],
      { pods: [{ ordinal: 1, run: { for: 2, exit: 9 }, stop: { after: 3 } }] },
    ],
    [
      'a pod of another Job has another entry',
      { pods: [{ ordinal: 1, run: { exit: 1 } }] },
      [{ kind: 'pod', pod: { ordinal: 1, job: 2 }, change: { cannotPull: true } }],
      {
        pods: [
          { ordinal: 1, run: { exit: 1 } },
          { ordinal: 1, job: 2, run: { cannotPull: true } },
        ],
      },
    ],
    [
      'an action',
      { actions: [{ at: 9, deletePod: 0 }] },
      [{ kind: 'action', action: { at: 3, patch: { spec: { suspend: true } } } }],
      {
        actions: [
          { at: 9, deletePod: 0 },
          { at: 3, patch: { spec: { suspend: true } } },
        ],
      },
    ],
  ];
  test.each(cases)('%s', (_, scenario, edits, wanted) => {
    expect(applyEdits(scenario, edits)).toEqual(wanted);
  });
});

test('whatever is changed, the scenario can be read', () => {
  fc.assert(
    fc.property(writtenScenarios, whatIfEdits, (scenario, edits) => {
      expect(readScenario(applyEdits(scenario, edits))).toHaveProperty('scenario');
    }),
    runs(),
  );
});
