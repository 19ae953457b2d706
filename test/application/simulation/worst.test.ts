import { describe, expect, test } from 'vitest';
import { objectNamed } from '../../../server/application/simulation/accept.ts';
import { worstTexts } from '../../../server/application/simulation/worst.ts';
import { textsIn } from '../../../server/messages/render.ts';
import { analysisOf } from '../../analysis.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';

function worst(text: string): readonly string[] {
  const object = objectNamed(analysisOf(text))?.judged.object;
  if (!object) throw new Error('there is no object');
  return worstTexts(object, textsIn('en'));
}

const container = 'resources: {requests: {cpu: 250m, memory: 64Mi}}';

describe('at worst', () => {
  test('a Job asks for what its pods ask for that run at once', () => {
    expect(worst(jobWith({ spec: 'completions: 9\nparallelism: 4', container }))[1]).toBe(
      'These 4 pods together ask for cpu 1, memory 256Mi.',
    );
  });
  test('the runs of a CronJob that overlap ask for it together', () => {
    const cronJob = 'schedule: "* * * * *"\nconcurrencyPolicy: Allow';
    const spec = 'parallelism: 2\ncompletions: 2\nactiveDeadlineSeconds: 90';
    const [runs, needs] = worst(cronJobWith({ cronJob, spec, container }));
    expect(runs).toContain('At most 4 runs at the same time, with 8 pods (Allow).');
    expect(needs).toBe('These 8 pods together ask for cpu 2, memory 512Mi.');
  });
  test('nothing is said where nothing bounds them, or they ask for nothing', () => {
    expect(worst(cronJobWith({ cronJob: 'schedule: "* * * * *"', container }))).toHaveLength(1);
    expect(worst(jobWith({}))).toHaveLength(1);
  });
});
