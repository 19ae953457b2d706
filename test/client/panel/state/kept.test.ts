import { describe, expect, it } from 'vitest';
import { keptOf, readKept } from '../../../../client/panel/state/kept.ts';
import { noPage, type PageState } from '../../../../client/panel/state/page-state.ts';

const page: PageState = {
  ...noPage,
  target: { uri: 'file:///a.yaml', document: 2, item: 1, kind: 'CronJob', name: 'nightly' },
  second: 12.5,
  part: { from: 3, to: 9 },
  output: 'describe',
  selected: { kind: 'Pod', ordinal: 7 },
  toggled: ['group 25'],
  filter: 'failed',
  calendar: 'year',
  startAt: Date.UTC(2026, 3, 1),
  scrolled: 120,
  pageScrolled: 60,
  history: { edits: [{ kind: 'run-time', seconds: 30 }], undone: [], withoutScenario: true },
};

describe('what a reload of the window does not lose', () => {
  it('is read as it was stored', () => {
    expect(readKept(JSON.parse(JSON.stringify(keptOf(page))))).toEqual(keptOf(page));
    expect(readKept(JSON.parse(JSON.stringify(keptOf(noPage))))).toEqual(keptOf(noPage));
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'kept'],
  ])('is nothing where %s was stored', (_, stored) => {
    expect(readKept(stored)).toEqual({});
  });

  it('leaves out what is not as expected', () => {
    const stored = { second: -1, part: { from: 9, to: 3 }, output: 'logs', selected: { kind: 'Node', ordinal: 0 }, scrolled: '4' };
    expect(readKept(stored)).toEqual({
      target: undefined,
      second: undefined,
      part: undefined,
      selected: undefined,
      toggled: [],
      filter: 'all',
      calendar: 'week',
      startAt: undefined,
      scrolled: 0,
      pageScrolled: 0,
      history: noPage.history,
    });
    expect(readKept({ selected: { kind: 'Pod' }, part: { from: 1 } })).toMatchObject({ selected: undefined, part: undefined });
  });
});
