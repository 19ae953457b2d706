import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Output, outputs } from '../../../../client/panel/host/messages.ts';
import { linesPrinter } from '../../../../client/panel/outputs/kubectl-lines.ts';
import { kubectlText } from '../../../../client/panel/outputs/kubectl-text.ts';
import { finishOf } from '../../../../server/simulator/run/finish.ts';
import { podName, readRun } from '../../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../../server/simulator/run/run.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { jobOf } from '../../../manifests.ts';
import { runs } from '../../../property-runs.ts';
import { jobSpecs, podSpecs, scenarios } from '../../../simulator/arbitrary-runs.ts';
import { pictureOfJob } from '../picture/pictures.ts';

/** The whole text, put together from its lines. */
function printed(run: Run, output: Output, second: number, pod?: string, print = linesPrinter(run)): string {
  const { count, line } = print(output, second, pod);
  return Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');
}

describe('line by line kubectl prints what it prints as a whole', () => {
  test('at any second of random runs, and whatever was printed before', () => {
    const moments = fc.array(fc.tuple(fc.constantFrom(...outputs), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(jobSpecs, podSpecs, scenarios, moments, (spec, pod, scenario, asked) => {
        const run = simulate(jobOf({ parallelism: 2, backoffLimit: 2, ...spec }, pod), scenario, { version: '1.37', until: 400 });
        const print = linesPrinter(run);
        for (const [output, share] of asked) {
          const second = share * finishOf(run);
          expect(printed(run, output, second, undefined, print)).toBe(kubectlText(output, run, second));
        }
      }),
      runs(100),
    );
  });

  test('of a pod', () => {
    const { run } = pictureOfJob({ completions: 3, parallelism: 2 });
    const name = podName(readRun(run), 1);
    expect(printed(run, 'describe-pod', 10, name)).toBe(kubectlText('describe-pod', run, 10, name));
    expect(printed(run, 'describe-pod', 0, podName(readRun(run), 2))).toBe('');
  });

  it('of very many pods the first are described, and how many follow is said', () => {
    const { run } = pictureOfJob({ completions: 60, parallelism: 60 });
    const text = printed(run, 'describe-pod', 20);
    expect(text.match(/^Name:/gm)).toHaveLength(50);
    expect(text).toMatch(/\n\n… 10 more pods: choose one to read about it\n$/);
    expect(kubectlText('describe-pod', run, 20).startsWith(text.slice(0, text.indexOf('…')).trimEnd())).toBe(true);
  });
});
