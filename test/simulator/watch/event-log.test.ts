import { expect, test } from 'vitest';
import { type Text, textWithName } from '../../../server/simulator/objects/text.ts';
import { createEventLog } from '../../../server/simulator/watch/event-log.ts';
import type { EventStep } from '../../../server/simulator/watch/log.ts';

const bound = (ordinal: number, after: string, before = 'Assigned '): EventStep<Text> => ({
  kind: 'Pod',
  type: 'Normal',
  reason: 'Scheduled',
  message: textWithName(before, { kind: 'pod', due: undefined, index: -1, ordinal }, after),
  source: 'default-scheduler',
});

test('what is said in the same words of other names is one step, whatever else is said between', () => {
  const log = createEventLog();
  const started: EventStep<Text> = { ...bound(0, ''), message: 'Started' };
  const field: EventStep<Text> = { ...bound(7, ' to node-1'), field: 'spec' };
  const said: readonly EventStep<Text>[] = [
    bound(0, ' to node-1'),
    bound(1, ' to node-2'),
    started,
    bound(2, ' to node-1'),
    field,
    started,
    bound(3, '', 'Is '),
    bound(4, '', 'Is '),
    { ...bound(6, '', 'Is '), kind: 'Job' },
  ];
  for (const [at, one] of said.entries()) log.write(at, at, one, { combined: false, count: 1, first: at });
  expect(log.step).toEqual([0, 1, 2, 0, 3, 2, 4, 4, 5]);
  expect(log.named.values).toEqual([0, 1, 2, 7, 3, 4, 6]);
  expect(log.steps[1]?.message).toEqual({ before: 'Assigned ', name: 'pod', after: ' to node-2' });
});
