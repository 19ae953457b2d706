import { describe, expect, test } from 'vitest';
import type { Run } from '../../../server/simulator/run/run.ts';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { timelineLines } from '../../../server/simulator/timeline/timeline-lines.ts';
import { timelineSvg } from '../../../server/simulator/timeline/timeline-svg.ts';
import { jobOf } from '../../manifests.ts';

const words = { duration: (seconds: number) => `${seconds} s`, more: (count: number) => `${count} more` };

/** A Job whose pods are so many, of which the first fails. */
function runOf(completions: number): Run {
  const reading = readScenario({ pods: [{ ordinal: 0, run: { for: 3, exit: 3 } }], run: { for: 3 } });
  if ('findings' in reading) throw new Error(JSON.stringify(reading.findings));
  return simulate(jobOf({ completions }), reading.scenario, { version: '1.37' });
}

test('a Job and its pods are lines, up to so many', () => {
  const { lines, left, last } = timelineLines(runOf(3), 3);
  expect(lines.map(({ name, isPod }) => [name, isPod])).toEqual([
    ['hello', false],
    ['#0', true],
    ['#1', true],
  ]);
  expect(left).toBe(2);
  expect(last).toBeGreaterThan(9);
  expect(lines[1]?.changes.map(({ status }) => status)).toEqual(['Pending', 'ContainerCreating', 'Running', 'Error']);
});

describe('the picture', () => {
  test('has each object as a line of bars on white', () => {
    const svg = timelineSvg(runOf(2), words);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960"/);
    expect(svg.match(/>#\d</g)).toEqual(['>#0<', '>#1<', '>#2<']);
    expect(svg).toContain('#c62828');
    expect(svg).not.toContain(' more<');
  });

  test('says what it has no room for', () => {
    expect(timelineSvg(runOf(70), words)).toContain('>12 more<');
  });

  test('takes names as text, never as markup', () => {
    expect(timelineSvg({ ...runOf(1), name: '</title><script>alert(1)</script>' }, words)).not.toContain('<script>');
  });
});
