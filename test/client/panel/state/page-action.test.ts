import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../client/panel/host/messages.ts';
import { pictureOf } from '../../../../client/panel/picture/picture.ts';
import { afterAction, type PageAction } from '../../../../client/panel/state/page-action.ts';
import { type NotSimulated, noPage, type PageState, type Simulated } from '../../../../client/panel/state/page-state.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { jobOf } from '../../../manifests.ts';

const first: Target = { uri: 'file:///a.yaml', document: 0, kind: 'Job', name: 'first' };
const second: Target = { uri: 'file:///a.yaml', document: 1, kind: 'Job', name: 'second' };
const files = ['a.yaml'];

function simulated(completions: number): Simulated {
  const run = simulate(jobOf({ completions }), {}, { version: '1.37' });
  const controls = { runTime: null, failureRate: null, start: null, room: null, seed: null };
  const inForce = { scenario: null, controls, assumedRunTime: null, mostAtOnce: 1 };
  return {
    status: 'simulated',
    kind: 'Job',
    name: 'first',
    run,
    outcome: '',
    assumptions: [],
    reasons: [],
    refusals: [],
    actions: [],
    inForce,
    worst: [],
  };
}
const shown = (target: Target, result: NotSimulated): PageAction => ({
  type: 'answered',
  answer: { status: 'shown', target, files, result },
});
const drawn = (target: Target, result: Simulated): PageAction => ({
  type: 'simulated',
  drawn: { target, files, result, picture: pictureOf(result.run) },
});
const after = (...actions: readonly PageAction[]): PageState => actions.reduce(afterAction, noPage);

const good = drawn(first, simulated(1));
const refused: NotSimulated = { status: 'refused', kind: 'Job', name: 'first', what: 'object', problems: [] };

describe('what happens to the page', () => {
  it('shows nothing until something could be simulated', () => {
    expect(after(shown(first, refused))).toMatchObject({ drawn: undefined, now: { status: 'not-simulated', result: refused } });
  });

  it.each<NotSimulated>([
    refused,
    { status: 'unfinished', kind: 'Job', name: null, message: 'Mend the YAML first.', problems: [] },
    { status: 'gone' },
  ])('keeps the last run while the text cannot be judged: $status', (result) => {
    const page = after(good, { type: 'changed' }, shown(first, result));
    expect(page.drawn).toEqual(after(good).drawn);
    expect(page.now).toMatchObject({ status: 'not-simulated', result });
  });

  it('keeps it too where the simulation could not be asked for', () => {
    const page = after(good, { type: 'answered', answer: { status: 'broken', text: 'no server' } });
    expect(page).toMatchObject({ drawn: { target: first }, now: { status: 'broken', text: 'no server' } });
  });

  it('says from the first change on that the run is that of an earlier text', () => {
    expect(after(good).now.status).toBe('current');
    expect(after(good, { type: 'changed' }).now.status).toBe('simulating');
    expect(after(good, { type: 'changed' }, drawn(first, simulated(2))).now.status).toBe('current');
  });

  const chosen: readonly PageAction[] = [
    { type: 'second-chosen', second: 12 },
    { type: 'part-chosen', part: { from: 3, to: 9 } },
    { type: 'output-chosen', output: 'events' },
    { type: 'object-chosen', selected: { kind: 'Pod', ordinal: 0 } },
    { type: 'lanes-scrolled', scrolled: 40 },
    { type: 'page-scrolled', pageScrolled: 60 },
  ];
  const kept = {
    second: 12,
    part: { from: 3, to: 9 },
    output: 'events',
    selected: { kind: 'Pod', ordinal: 0 },
    scrolled: 40,
    pageScrolled: 60,
  };

  it('keeps what was chosen over edits, a new name of the object and a new place among them', () => {
    expect(after(good, ...chosen, shown(first, refused), drawn(first, simulated(3)))).toMatchObject(kept);
    expect(after(good, ...chosen, drawn({ ...first, name: 'renamed' }, simulated(3)))).toMatchObject(kept);
    expect(after(good, ...chosen, drawn({ ...first, document: 4 }, simulated(3)))).toMatchObject(kept);
  });

  it('begins anew with another object, but for the output', () => {
    expect(after(good, ...chosen, drawn(second, simulated(3)))).toMatchObject({
      target: second,
      second: undefined,
      part: undefined,
      output: 'events',
      selected: undefined,
      scrolled: 0,
      pageScrolled: 0,
    });
    expect(after(good, ...chosen, shown(second, refused)).drawn).toBeUndefined();
  });

  it('begins anew with another text in the place of the one before, even where its object stands at the same place', () => {
    const edited: readonly PageAction[] = [...chosen, { type: 'pinned', drawn: after(good).drawn }, { type: 'changed' }];
    const page = afterAction(after(good, ...edited), { type: 'replaced' });
    expect(page).toEqual({ ...noPage, output: 'events' });
    const { before, pinned } = afterAction(afterAction(page, { type: 'changed' }), drawn({ ...first, name: 'another' }, simulated(3)));
    expect([before, pinned]).toEqual([undefined, undefined]);
  });

  it('is the same value where nothing changes', () => {
    const page = after(good, ...chosen);
    for (const again of [chosen[0], chosen[2], chosen[4]]) expect(again && afterAction(page, again)).toBe(page);
  });
});
