import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, ticks } from '../../client/panel/axis.ts';

describe('duration', () => {
  it.each([
    [0, '0s'],
    [7.1, '7.1s'],
    [12.04, '12s'],
    [59.96, '60s'],
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
    expect(ticks(64, 400).map(({ label }) => label)).toEqual(['0s', '15s', '30s', '45s', '1m']);
  });

  it('stay on the axis, in order, and fit its width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 100, max: 2_000 }), (end, width) => {
        const made = ticks(end, width);
        expect(made[0]?.t).toBe(0);
        for (const [at, { left }] of made.entries()) {
          expect(left).toBeGreaterThan(made[at - 1]?.left ?? -1);
          expect(left).toBeLessThanOrEqual(100.001);
        }
        expect(made.length).toBeLessThanOrEqual(width / 70 + 1);
      }),
    );
  });
});
