import { expect, test } from 'vitest';
import { createEventCorrelator } from '../../../server/simulator/api-server/event-correlation.ts';
import { instantOf } from '../../../server/simulator/engine/clock.ts';
import type { EventEntry, Notice } from '../../../server/simulator/watch/log.ts';

const event = (message: string, reason = 'SuccessfulCreate'): Notice => ({
  kind: 'Job',
  object: 0,
  type: 'Normal',
  reason,
  message,
  source: 'job-controller',
});
function createLog() {
  const correlator = createEventCorrelator();
  const entries: EventEntry[] = [];
  const send = (notice: Notice, seconds: number) => {
    const entry = correlator.send(notice, instantOf(seconds));
    if (entry) entries.push(entry);
    return entry;
  };
  return { entries, send };
}
const told = ({ entries }: ReturnType<typeof createLog>) => entries.map(({ message, count }) => `${message} x${count}`);

test('equal events are one with a count', () => {
  const log = createLog();
  log.send(event('a'), 1);
  log.send(event('b'), 2);
  expect(log.send(event('a'), 5)).toMatchObject({ at: instantOf(5), count: 2, first: instantOf(1), combined: false });
  expect(told(log)).toEqual(['a x1', 'b x1', 'a x2']);
});

test('from the tenth distinct message on they are combined', () => {
  const log = createLog();
  for (let at = 1; at <= 12; at++) log.send(event(`pod-${at}`), 1);
  const alone = Array.from({ length: 9 }, (_, at) => `pod-${at + 1} x1`);
  const combined = [10, 11, 12].map((pod, at) => `(combined from similar events): pod-${pod} x${at + 1}`);
  expect(told(log)).toEqual([...alone, ...combined]);
  expect(log.entries.map((entry) => entry.combined)).toEqual([...alone.map(() => false), true, true, true]);
});

test('another reason, and ten quiet minutes, begin anew', () => {
  const log = createLog();
  for (let at = 1; at <= 9; at++) log.send(event(`pod-${at}`), 1);
  log.send(event('done', 'Completed'), 1);
  log.send(event('pod-10'), 602);
  expect(told(log).slice(9)).toEqual(['done x1', 'pod-10 x1']);
});

test('after 25 events of one type one passes in 300 s', () => {
  const log = createLog();
  const passed = Array.from({ length: 30 }, (_, at) => log.send(event(`pod-${at}`), 0) !== undefined);
  expect(passed.filter(Boolean)).toHaveLength(25);
  expect(log.send({ ...event('failed', 'FailedCreate'), type: 'Warning' }, 0)).toBeDefined();
  expect(log.send(event('done', 'Completed'), 299)).toBeUndefined();
  expect(log.send(event('done', 'Completed'), 301)).toMatchObject({ count: 2 });
});

test('an object that is gone is forgotten', () => {
  const { send, forget } = createEventCorrelator();
  send(event('a'), 0);
  forget('Job', 0);
  expect(send(event('a'), 5)).toMatchObject({ count: 1, first: 5 });
});
