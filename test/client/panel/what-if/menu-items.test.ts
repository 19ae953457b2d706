import { describe, expect, test } from 'vitest';
import { readHistory } from '../../../../client/panel/history/read-history.ts';
import { editWords } from '../../../../client/panel/what-if/edit-words.ts';
import { type MenuItem, momentItems, podItems } from '../../../../client/panel/what-if/menu-items.ts';
import { failureRates, placeOf, rooms, runTimes } from '../../../../client/panel/what-if/scales.ts';

const edits = (items: readonly MenuItem[]) =>
  items.flatMap((item) => ('edit' in item ? item.edit : (item.ask.editOf(item.ask.initial) ?? [])));
const pod = { meant: { ordinal: 2 }, ordinal: 2, restartsInPlace: false };

describe('the menus', () => {
  test.each([
    ['of a pod', podItems(pod, 7, '7s')],
    ['of a pod on a node', podItems({ ...pod, node: 'node-2' }, 7, '7s')],
    ['of a second', momentItems('Job', 7)],
    ['of a CronJob', momentItems('CronJob', 7)],
  ])('%s give edits that are read again, each with words of its own', (_, items) => {
    const made = edits(items);
    expect(made).toHaveLength(items.length);
    expect(readHistory({ edits: made, undone: [] }).edits).toEqual(made);
    expect(new Set(made.map((edit) => editWords(edit, undefined))).size).toBe(made.length);
  });
  test('of a pod whose containers restart in place let its first run alone fail', () => {
    const kinds = edits(podItems({ ...pod, restartsInPlace: true }, 7, '7s')).flatMap((edit) => (edit.kind === 'pod' ? [edit] : []));
    expect(kinds.filter(({ firstRunOnly }) => firstRunOnly).map(({ change }) => Object.keys(change)[0])).toEqual([
      'exit',
      'exit',
      'outOfMemory',
    ]);
  });
  test('ask again for what cannot be read', () => {
    const ask = (label: string, answer: string, kind: 'Job' | 'CronJob' = 'Job') => {
      const item = [...podItems(pod, 7, '7s'), ...momentItems(kind, 7)].find((one) => one.label === label);
      return item && 'ask' in item ? item.ask.editOf(answer) : 'no such item';
    };
    expect(['', 'x', '256', '-1'].map((answer) => ask('Exit code …', answer))).toEqual([undefined, undefined, undefined, undefined]);
    expect(['1.5', 'Infinity', '2147483648'].map((answer) => ask('Set parallelism …', answer))).toEqual([undefined, undefined, undefined]);
    expect([ask('Exit code …', '1.5'), ask('Delete a pod …', '0.5'), ask('Run time …', 'Infinity')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(ask('Run time …', '1.5')).toMatchObject({ change: { for: 1.5 } });
    expect(ask('Edit a field …', 'spec.template.spec.nodeName = here')).toMatchObject({
      action: { at: 7, patch: { spec: { template: { spec: { nodeName: 'here' } } } } },
    });
    expect(ask('Edit a field …', 'spec.suspend')).toBeUndefined();
    expect(ask('Set parallelism …', '4', 'CronJob')).toMatchObject({
      action: { patch: { spec: { jobTemplate: { spec: { parallelism: 4 } } } } },
    });
  });
});

describe('a slider', () => {
  test('stands where its value is nearest', () => {
    expect([0, 29, 33, 1e9].map((seconds) => runTimes[placeOf(seconds, runTimes)])).toEqual([1, 30, 30, 86_400]);
    expect([0, 0.04, 1].map((share) => failureRates[placeOf(share, failureRates)])).toEqual([0, 0.05, 1]);
  });
  test('of room ends without a bound, and has few places however many pods there are', () => {
    expect(rooms(3)).toEqual([1, 2, 3, null]);
    expect(rooms(0)).toEqual([1, null]);
    expect(rooms(100_000)).toHaveLength(51);
  });
});
