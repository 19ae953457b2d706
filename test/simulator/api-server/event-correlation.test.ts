import { expect, test } from 'vitest';
import { createEventCorrelator, type Notice } from '../../../server/simulator/api-server/event-correlation.ts';
import { instantOf } from '../../../server/simulator/engine/clock.ts';

const event = (message: string, reason = 'SuccessfulCreate'): Notice => ({
  kind: 'Job',
  name: 'hello',
  type: 'Normal',
  reason,
  message,
  source: 'job-controller',
});
function createLog() {
  const correlator = createEventCorrelator();
  return { stored: correlator.stored, send: (notice: Notice, seconds: number) => correlator.send(notice, instantOf(seconds)) };
}
const seen = (log: ReturnType<typeof createLog>) => log.stored.map(({ message, count }) => `${message} x${count}`);

test('equal events are one with a count', () => {
  const log = createLog();
  log.send(event('a'), 1);
  log.send(event('b'), 2);
  expect(log.send(event('a'), 5)).toMatchObject({ count: 2, firstSeen: instantOf(1), lastSeen: instantOf(5) });
  expect(seen(log)).toEqual(['a x2', 'b x1']);
});

test('from the tenth distinct message on they are combined', () => {
  const log = createLog();
  for (let at = 1; at <= 12; at++) log.send(event(`pod-${at}`), 1);
  expect(seen(log)).toEqual([...Array.from({ length: 9 }, (_, at) => `pod-${at + 1} x1`), '(combined from similar events): pod-12 x3']);
});

test('another reason, and ten quiet minutes, begin anew', () => {
  const log = createLog();
  for (let at = 1; at <= 9; at++) log.send(event(`pod-${at}`), 1);
  log.send(event('done', 'Completed'), 1);
  log.send(event('pod-10'), 602);
  expect(seen(log).slice(9)).toEqual(['done x1', 'pod-10 x1']);
});

test('after 25 events of one type one passes in 300 s', () => {
  const log = createLog();
  const passed = Array.from({ length: 30 }, (_, at) => log.send(event(`pod-${at}`), 0) !== undefined);
  expect(passed.filter(Boolean)).toHaveLength(25);
  expect(log.send({ ...event('failed', 'FailedCreate'), type: 'Warning' }, 0)).toBeDefined();
  expect(log.send(event('done', 'Completed'), 299)).toBeUndefined();
  expect(log.send(event('done', 'Completed'), 301)).toMatchObject({ count: 2 });
});
