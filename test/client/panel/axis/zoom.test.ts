import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '../../../../client/panel/axis/view.ts';
import { around, fitted, isClosest, isWhole, moved, span, wholeRun, zoomed } from '../../../../client/panel/axis/zoom.ts';
import { runs } from '../../../property-runs.ts';

describe('zoom', () => {
  it('keeps the time under the pointer where it is', () => {
    expect(zoomed({ from: 0, to: 100 }, 2, 0.5, 100)).toEqual({ from: 25, to: 75 });
    expect(zoomed({ from: 0, to: 100 }, 2, 0, 100)).toEqual({ from: 0, to: 50 });
    expect(zoomed({ from: 40, to: 60 }, 1 / 2, 0.5, 100)).toEqual({ from: 30, to: 70 });
  });

  it('goes no further than a second, and back to the whole run', () => {
    let view = wholeRun(3600);
    for (let times = 0; times < 40; times++) view = zoomed(view, 2, 0.25, 3600);
    expect(span(view)).toBe(1);
    expect(isClosest(view, 3600)).toBe(true);
    for (let times = 0; times < 40; times++) view = zoomed(view, 1 / 2, 0.25, 3600);
    expect(isWhole(view, 3600)).toBe(true);
  });

  it('moves no further than the run goes', () => {
    expect(moved({ from: 10, to: 20 }, -30, 100)).toEqual({ from: 0, to: 10 });
    expect(moved({ from: 10, to: 20 }, 300, 100)).toEqual({ from: 90, to: 100 });
  });

  it('shows a stretch with room on both sides', () => {
    expect(around(40, 60, 100)).toEqual({ from: 37.5, to: 62.5 });
    expect(around(0, 0, 100)).toEqual({ from: 0, to: 1 });
  });

  it('fits a run that has become shorter', () => {
    expect(fitted({ from: 40, to: 60 }, 50)).toEqual({ from: 30, to: 50 });
    expect(isWhole(fitted({ from: 40, to: 60 }, 10), 10)).toBe(true);
  });

  it('never leaves the run, whatever is done', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const step = fc.tuple(fc.constantFrom('zoom', 'move'), fc.double({ min: 0.01, max: 50, noNaN: true }), share, fc.boolean());
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e7, noNaN: true }), fc.array(step), (end, steps) => {
        let view: View = wholeRun(end);
        for (const [what, size, at, back] of steps)
          view = what === 'zoom' ? zoomed(view, back ? 1 / size : size, at, end) : moved(view, back ? -size : size, end);
        expect(view.from).toBeGreaterThanOrEqual(0);
        expect(view.to).toBeLessThanOrEqual(end * (1 + 1e-9));
        expect(span(view)).toBeGreaterThan(0);
      }),
      runs(),
    );
  });
});
