import { expect, test } from 'vitest';
import { createEventCorrelator } from '../../../server/simulator/api-server/event-correlation.ts';
import { instantOf } from '../../../server/simulator/engine/clock.ts';

const job = {};

function createLog() {
  const correlator = createEventCorrelator();
  const told: string[] = [];
  const send = (message: string, seconds: number, reason = 'SuccessfulCreate', type: 'Normal' | 'Warning' = 'Normal') => {
    const stored = correlator.send(job, { type, reason, message, source: 'job-controller' }, instantOf(seconds));
    if (stored) told.push(`${stored.combined ? 'combined ' : ''}${message} x${stored.count}`);
    return stored;
  };
  return { told, send, forget: () => correlator.forget(job) };
}

test('equal events are one with a count', () => {
  const { told, send } = createLog();
  send('a', 1);
  send('b', 2);
  expect(send('a', 5)).toEqual({ count: 2, first: instantOf(1), combined: false });
  expect(told).toEqual(['a x1', 'b x1', 'a x2']);
});

test('from the tenth distinct message on they are combined', () => {
  const { told, send } = createLog();
  for (let at = 1; at <= 12; at++) send(`pod-${at}`, 1);
  const alone = Array.from({ length: 9 }, (_, at) => `pod-${at + 1} x1`);
  expect(told).toEqual([...alone, 'combined pod-10 x1', 'combined pod-11 x2', 'combined pod-12 x3']);
});

test('another reason, and ten quiet minutes, begin anew', () => {
  const { told, send } = createLog();
  for (let at = 1; at <= 9; at++) send(`pod-${at}`, 1);
  send('done', 1, 'Completed');
  send('pod-10', 602);
  expect(told.slice(9)).toEqual(['done x1', 'pod-10 x1']);
});

test('after 25 events of one type one passes in 300 s', () => {
  const { send } = createLog();
  const passed = Array.from({ length: 30 }, (_, at) => send(`pod-${at}`, 0) !== undefined);
  expect(passed.filter(Boolean)).toHaveLength(25);
  expect(send('failed', 0, 'FailedCreate', 'Warning')).toBeDefined();
  expect(send('done', 299, 'Completed')).toBeUndefined();
  expect(send('done', 301, 'Completed')).toMatchObject({ count: 2 });
});

test('an object that is gone is forgotten', () => {
  const { send, forget } = createLog();
  send('a', 0);
  forget();
  expect(send('a', 5)).toMatchObject({ count: 1, first: instantOf(5) });
});
