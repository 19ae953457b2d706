import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examplesOfExpectations, expectationMeant, readExpectation } from '../../../server/application/expectations/expectation.ts';
import { runs } from '../../property-runs.ts';

describe('sentences', () => {
  test.each([
    ['completes', { kind: 'completes' }],
    ['Completes within 10m.', { kind: 'completes', within: 600 }],
    ['completes  within 1h30m', { kind: 'completes', within: 5400 }],
    ['fails', { kind: 'fails' }],
    ['fails with DeadlineExceeded within 1h', { kind: 'fails', reason: 'DeadlineExceeded', within: 3600 }],
    ['fails within 90', { kind: 'fails', within: 90 }],
    ['at most 4 pods at once', { kind: 'pods', bound: 'at most', count: 4, atOnce: true }],
    ['at most 1 pod', { kind: 'pods', bound: 'at most', count: 1, atOnce: false }],
    ['at least 10 pods', { kind: 'pods', bound: 'at least', count: 10, atOnce: false }],
    ['never two runs at once', { kind: 'runs-at-once', count: 1 }],
    ['never 2 runs at once', { kind: 'runs-at-once', count: 1 }],
    ['at most 2 runs at once', { kind: 'runs-at-once', count: 2 }],
    ['at least 3 runs', { kind: 'runs', bound: 'at least', count: 3 }],
    ['no run is skipped', { kind: 'no-run-left-out' }],
    ['never restarts', { kind: 'restarts', count: 0 }],
    ['at most 2 restarts', { kind: 'restarts', count: 2 }],
    ['at 5 % failures 99 % complete', { kind: 'likely', failureRate: 0.05, complete: 0.99 }],
    ['at 5% failures at least 99.5% complete within 2m', { kind: 'likely', failureRate: 0.05, complete: 0.995, within: 120 }],
  ])('%s', (sentence, expected) => {
    expect(readExpectation(sentence)).toEqual(expected);
  });

  test.each([
    '',
    'compleets',
    'completes within',
    'completes within soon',
    'at most pods',
    'at most -1 pods',
    'at 200 % failures 99 % complete',
  ])('none: %s', (sentence) => {
    expect(readExpectation(sentence)).toBeUndefined();
  });

  test.each([
    ['complets', 'completes'],
    ['completes in 5m', 'completes within 5m'],
    ['completes within 10 minutes', 'completes within 10m'],
    ['fails with BackoffLimitExceeded in 1h', 'fails with BackoffLimitExceeded within 1h'],
    ['at most 3 pods at one', 'at most 3 pods at once'],
    ['at lest 7 pods', 'at least 7 pods'],
    ['never to runs at once', 'never two runs at once'],
    ['no run is left', 'no run is left out'],
    ['never restart', undefined],
    ['at 3 % failure 98.5 % completes', 'at 3 % failures 98.5 % complete'],
    ['at 150 % failures 99 % complete', undefined],
    ['succeeds', undefined],
    ['', undefined],
    ['completes within 10m and at most 2 pods', undefined],
  ])('%s was meant to be: %s', (sentence, meant) => {
    expect(readExpectation(sentence) ? undefined : expectationMeant(sentence)).toBe(meant);
  });

  test('each way that is offered is one', () => {
    for (const example of examplesOfExpectations) expect(readExpectation(example)).toBeDefined();
  });

  test('whatever is written, it is read or it is none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (sentence) => void [readExpectation(sentence), expectationMeant(sentence)]),
      runs(),
    );
  });
});
