import { describe, expect, test } from 'vitest';
import { objectNamed } from '../../../server/application/simulation/accept.ts';
import { simulateObject } from '../../../server/application/simulation/simulate-object.ts';
import { worstTexts } from '../../../server/application/simulation/worst.ts';
import { textsIn } from '../../../server/messages/render.ts';
import { analysisOf } from '../../analysis.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';

function worst(text: string): readonly string[] {
  const object = objectNamed(analysisOf(text))?.judged.object;
  if (!object) throw new Error('there is no object');
  return worstTexts(object, textsIn('en'));
}

function simulated(text: string) {
  const result = simulateObject(analysisOf(text), { uri: 'file:///job.yaml', document: 0 }, () => false);
  if (result.status !== 'simulated') throw new Error(result.status);
  return result;
}

const container = 'resources: {requests: {cpu: 250m, memory: 64Mi}}';

describe('in a run', () => {
  test.each([
    ['30 * * * *', 'In this run one Job ran at a time, with 2 pods at most, which ask for cpu 500m, memory 128Mi.'],
    ['* * * * *', 'In this run at most 3 Jobs ran at a time, with 6 pods at most, which ask for cpu 1500m, memory 384Mi.'],
  ])('the runs of a CronJob came to so much together: %s', (schedule, expected) => {
    const text = cronJobWith({
      cronJob: `schedule: "${schedule}"`,
      spec: 'parallelism: 2\ncompletions: 2',
      container: `${container}\ncommand: [sleep, "125"]`,
    });
    const [together] = simulated(text).worst;
    expect(together).toBe(expected);
  });
  test('of one that never starts a Job, and of a Job, nothing is said', () => {
    const never = cronJobWith({ cronJob: 'schedule: "0 0 31 2 *"', container });
    expect([never, jobWith({ container })].map((text) => simulated(text).worst[0]?.slice(0, 8))).toEqual(['At worst', 'At worst']);
  });
});

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
