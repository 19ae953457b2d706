import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../client/panel/marks/marks.ts';
import type { Picture } from '../../../../client/panel/picture/picture.ts';
import { tableRows } from '../../../../client/panel/table/table-rows.ts';
import { reasonSentences } from '../../../../server/application/simulation/outcome.ts';
import { textsIn } from '../../../../server/messages/render.ts';
import { reasonsOf } from '../../../../server/simulator/run/reasons/reasons-of.ts';
import type { Action } from '../../../../server/simulator/scenario/scenario.ts';
import { pictureOfJob } from '../picture/pictures.ts';

const rowsIn = (picture: Picture, actions: readonly Action[] = []) =>
  [...tableRows(picture, marksOf(picture.run, actions, []), reasonsOf(picture.run, reasonSentences(picture.run, textsIn('en'))))].map(
    ({ name, state, from, to, why }) => `${name.replace(/ .*-/, ' …-')} | ${state} | ${from} | ${to} | ${why.trim()}`,
  );

describe('a run as a table', () => {
  it('has a row for each state of the Job and of each pod, with its reason, in order of creation', () => {
    const rows = rowsIn(pictureOfJob({ backoffLimit: 1 }, { run: { exit: 3, for: '1s' } }));
    expect(rows.map((row) => row.replace(/…-\w+/, '…'))).toMatchInlineSnapshot(`
      [
        "hello | Running 0/1 | 0s | 15s | 2 failures, 1 allowed. No new pods for 9 s: the back-off is 10 s after one failure since the last success.",
        "hello | FailureTarget 0/1 | 15s | 15s | BackoffLimitExceeded. 2 failures, 1 allowed.",
        "hello | Failed 0/1 | 15s |  | BackoffLimitExceeded. 2 failures, 1 allowed.",
        "#0 … | Pending 0/1 | 0s | 0s | Created: 0 succeeded so far, and more pods may run.",
        "#0 … | ContainerCreating 0/1 | 0s | 1s | Created: 0 succeeded so far, and more pods may run.",
        "#0 … | Running 1/1 | 1s | 2s | ",
        "#0 … | Error 0/1 | 2s |  | Exit code 3.",
        "#1 … | Pending 0/1 | 12s | 12s | Created to try again: 1 failed and 0 succeeded so far.",
        "#1 … | ContainerCreating 0/1 | 12s | 13s | Created to try again: 1 failed and 0 succeeded so far.",
        "#1 … | Running 1/1 | 13s | 14s | ",
        "#1 … | Error 0/1 | 14s |  | Exit code 3.",
      ]
    `);
  });

  it('begins with what somebody does', () => {
    const patch = { spec: { suspend: true } };
    const scenario = { run: { for: '9s' }, actions: [{ at: 4, patch }] };
    const [first] = rowsIn(pictureOfJob({}, scenario), [{ at: 4, kind: 'patch', patch }]);
    expect(first).toBe('What happens | set spec.suspend=true | 4s |  | Accepted.');
  });

  it('makes no more rows than are asked for', () => {
    const rows = tableRows(pictureOfJob({ completions: 300, parallelism: 30 }), [], []);
    expect(Object.keys(rows[Symbol.iterator]().next().value)).toEqual(['name', 'state', 'from', 'to', 'why']);
  });
});
