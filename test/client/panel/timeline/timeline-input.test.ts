import { describe, expect, test } from 'vitest';
import { wholeRun } from '../../../../client/panel/axis/zoom.ts';
import { laneStep, viewAfterKey } from '../../../../client/panel/timeline/timeline-keys.ts';
import { viewAfterWheel } from '../../../../client/panel/timeline/timeline-wheel.ts';

const still = { deltaX: 0, deltaY: 0, shiftKey: false, ctrlKey: false, metaKey: false, clientX: 0 };
const track = { left: 100, width: 200 };

describe('keys of the timeline', () => {
  test.each([
    ['ArrowDown', 1],
    ['ArrowUp', -1],
    ['PageDown', 7],
    ['PageUp', -7],
    ['Home', -50],
    ['End', 50],
    ['Enter', undefined],
    ['toString', undefined],
  ])('%s goes on %s lanes', (key, step) => {
    expect(laneStep(key, 7, 50)).toBe(step);
  });

  test.each([
    ['+', { from: 40, to: 60 }, { from: 45, to: 55 }],
    ['=', { from: 40, to: 60 }, { from: 45, to: 55 }],
    ['-', { from: 40, to: 60 }, { from: 30, to: 70 }],
    ['0', { from: 40, to: 60 }, wholeRun(100)],
    ['ArrowRight', { from: 40, to: 60 }, { from: 42.5, to: 62.5 }],
    ['ArrowLeft', { from: 40, to: 60 }, { from: 37.5, to: 57.5 }],
    ['x', { from: 40, to: 60 }, undefined],
  ])('%s of %o shows %o', (key, view, next) => {
    expect(viewAfterKey(key, view, 100)).toEqual(next);
  });
});

describe('the wheel above the timeline', () => {
  const view = { from: 40, to: 60 };

  test('zooms with Ctrl at the pointer, which keeps its time', () => {
    const next = viewAfterWheel({ ...still, ctrlKey: true, deltaY: -400, clientX: 150 }, track, view, 100, true);
    expect(next && next.to - next.from).toBeLessThan(20);
    expect(next && next.from + (next.to - next.from) / 4).toBeCloseTo(45);
  });

  test('moves a part sideways, by the share of the axis that it turned, with Shift too', () => {
    expect(viewAfterWheel({ ...still, deltaX: 100 }, track, view, 100, true)).toEqual({ from: 50, to: 70 });
    expect(viewAfterWheel({ ...still, deltaY: 100, shiftKey: true }, track, view, 100, true)).toEqual({ from: 50, to: 70 });
  });

  test('scrolls the page otherwise', () => {
    expect(viewAfterWheel({ ...still, deltaY: 100 }, track, view, 100, true)).toBeUndefined();
    expect(viewAfterWheel({ ...still, deltaX: 100 }, track, wholeRun(100), 100, false)).toBeUndefined();
  });
});
