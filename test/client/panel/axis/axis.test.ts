import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, exactDuration, ticks } from '../../../../client/panel/axis/axis.ts';
import { runs } from '../../../property-runs.ts';

describe('duration', () => {
  it.each([
    [0, '0s'],
    [7.1, '7.1s'],
    [12.04, '12s'],
    [59.96, '1m'],
    [60, '1m'],
    [100, '1m 40s'],
    [3600, '1h'],
    [7505, '2h 5m'],
    [86_400, '1d'],
    [93_784, '1d 2h'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});

describe('ticks', () => {
  it('stand at round times', () => {
    expect(ticks({ from: 0, to: 64 }, 400).map(({ label }) => label)).toEqual(['0s', '15s', '30s', '45s', '1m']);
  });

  it('of a part say everything that tells them apart', () => {
    expect(ticks({ from: 7503.2, to: 7506.9 }, 400).map(({ label }) => label)).toEqual(['2h 5m 4s', '2h 5m 5s', '2h 5m 6s']);
  });

  it('stay on the axis, in order, and fit its width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.integer({ min: 100, max: 2_000 }),
        (to, start, width) => {
          const from = start < 0.2 ? 0 : to * start;
          const made = ticks({ from, to }, width);
          if (from === 0) expect(made[0]?.t).toBe(0);
          for (const [at, { left }] of made.entries()) {
            expect(left).toBeGreaterThan(made[at - 1]?.left ?? -1);
            expect(left).toBeGreaterThanOrEqual(-0.001);
            expect(left).toBeLessThanOrEqual(100.001);
          }
          expect(new Set(made.map(({ label }) => label)).size).toBe(made.length);
          expect(made.length).toBeLessThanOrEqual(width / 70 + 1);
        },
      ),
      runs(),
    );
  });
});

describe('exactDuration', () => {
  it.each([
    [0, '0s'],
    [7.1, '7.1s'],
    [60.5, '1m 0.5s'],
    [8103, '2h 15m 3s'],
    [86_399.96, '1d'],
    [93_784.5, '1d 2h 3m 4.5s'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(exactDuration(seconds)).toBe(text);
  });
});
