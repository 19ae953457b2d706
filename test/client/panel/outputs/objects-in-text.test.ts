import { describe, expect, it, test } from 'vitest';
import { outputs } from '../../../../client/panel/host/messages.ts';
import { linesOf } from '../../../../client/panel/outputs/kubectl-lines.ts';
import { kubectlText } from '../../../../client/panel/outputs/kubectl-text.ts';
import { lineAbout, objectsNamedIn, piecesOf } from '../../../../client/panel/outputs/objects-in-text.ts';
import { podName, readRun } from '../../../../server/simulator/run/read-run.ts';
import { pictureOfJob } from '../picture/pictures.ts';

const { run } = pictureOfJob({ completions: 3, parallelism: 2 });
const objects = objectsNamedIn(run);
const second = podName(readRun(run), 1);

describe('in what kubectl prints', () => {
  test.each(outputs)('%s: a line put together from its pieces is the line, and what is named is found', (output) => {
    const lines = kubectlText(output, run).split('\n');
    const pieces = lines.map((line) => piecesOf(line, objects));
    expect(pieces.map((of) => of.map(({ text }) => text).join(''))).toEqual(lines);
    expect(pieces.flat().some(({ object }) => object !== undefined)).toBe(true);
  });

  it('a name chooses its pod, wherever it stands, and no part of a longer one does', () => {
    const chosen = { text: second, object: { kind: 'Pod', ordinal: 1 } };
    expect(piecesOf(`Created pod: ${second}.`, objects)).toEqual([{ text: 'Created pod: ' }, chosen, { text: '.' }]);
    expect(piecesOf(`pod/${second}`, objects)).toEqual([{ text: 'pod/' }, chosen]);
    expect(piecesOf(`${second}-x`, objects)).toEqual([{ text: `${second}-x` }]);
    expect(piecesOf('', objects)).toEqual([{ text: '' }]);
  });

  it('the line about a pod is found, from some line on', () => {
    const lines = linesOf(['NAME', second, 'x', `pod/${second}`, `${second}-x`].join('\n'));
    expect([0, 2, 4].map((from) => lineAbout(lines, second, objects, from))).toEqual([1, 3, -1]);
    expect(lineAbout(lines, 'nobody', objects)).toBe(-1);
  });
});
