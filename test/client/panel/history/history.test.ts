import { describe, expect, test } from 'vitest';
import { continues, type History, noHistory, redo, reset, undo, withEdit, withoutEdit } from '../../../../client/panel/history/history.ts';
import { readHistory } from '../../../../client/panel/history/read-history.ts';
import type { WhatIfEdit } from '../../../../server/simulator/what-if/what-if-edit.ts';

const runs = (seconds: number): WhatIfEdit => ({ kind: 'run-time', seconds });
const fails: WhatIfEdit = { kind: 'pod', pod: { ordinal: 1 }, change: { exit: 1 } };
const suspends: WhatIfEdit = { kind: 'action', action: { at: 3, patch: { spec: { suspend: true } } } };
const after = (...edits: readonly WhatIfEdit[]) => edits.reduce(withEdit, noHistory);

describe('edits by hand', () => {
  test('a control that is moved on is one edit, two pods are two', () => {
    expect(after(runs(10), runs(20), runs(30)).edits).toEqual([runs(30)]);
    expect(after(runs(10), fails, runs(30)).edits).toEqual([runs(10), fails, runs(30)]);
    expect(after(fails, fails).edits).toHaveLength(2);
    expect([continues(after(runs(1)), runs(2)), continues(after(fails), fails)]).toEqual([true, false]);
  });
  test('are undone and done again, the latest first', () => {
    const all = after(runs(10), fails, suspends);
    expect(undo(undo(all)).edits).toEqual([runs(10)]);
    expect(redo(undo(undo(all))).edits).toEqual([runs(10), fails]);
    expect(redo(redo(redo(reset(all))))).toEqual(all);
    expect(withEdit(undo(all), runs(5)).undone).toEqual([]);
    expect([undo(noHistory), redo(noHistory)]).toEqual([noHistory, noHistory]);
  });
  test('are taken back one by one', () => {
    expect(withoutEdit(after(runs(10), fails, suspends), 1).edits).toEqual([runs(10), suspends]);
  });
});

describe('what was stored of edits is read', () => {
  test('as it was', () => {
    const history: History = { ...reset(after(runs(10), suspends)), edits: [fails], withoutScenario: true };
    expect(readHistory(JSON.parse(JSON.stringify(history)))).toEqual(history);
  });
  test.each([
    ['nothing', undefined],
    ['a text', 'edits'],
    ['no list', { edits: { kind: 'seed', seed: 1 } }],
    ['an unknown kind', { edits: [{ kind: 'launch', at: 3 }] }],
    [
      'a value of another type',
      {
        edits: [
          { kind: 'run-time', seconds: 'long' },
          { kind: 'seed', seed: -1 },
        ],
      },
    ],
    [
      'a pod that is none',
      {
        edits: [
          { kind: 'pod', pod: {}, change: { exit: 1 } },
          { kind: 'pod', pod: { ordinal: 1 }, change: { html: '<b>' } },
        ],
      },
    ],
    [
      'an action that is none',
      {
        edits: [
          { kind: 'action', action: { at: 3 } },
          { kind: 'action', action: { deletePod: 1 } },
        ],
      },
    ],
  ])('%s is as if nothing was', (_, stored) => {
    expect(readHistory(stored)).toEqual(noHistory);
  });
});
