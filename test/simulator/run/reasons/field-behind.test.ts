import { describe, expect, it, test } from 'vitest';
import type { PodSpec } from '../../../../server/kubernetes/generated/types.ts';
import { podStep } from '../../../../server/simulator/run/pods-at.ts';
import { readRun } from '../../../../server/simulator/run/read-run.ts';
import { fieldBehind, isBehind } from '../../../../server/simulator/run/reasons/field-behind.ts';
import { fieldOfContainer, fieldsBehindPod } from '../../../../server/simulator/run/reasons/fields-behind-pod.ts';
import { readScenario } from '../../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../../manifests.ts';

const [job, cronJob] = [{ kind: 'Job' }, { kind: 'CronJob' }] as const;

describe('the field behind what happens', () => {
  it('stands in the spec of a Job, and in the template of a CronJob or in its own', () => {
    expect(fieldBehind(job, 'BackoffLimitExceeded')).toEqual(['spec', 'backoffLimit']);
    expect(fieldBehind(cronJob, 'BackoffLimitExceeded')).toEqual(['spec', 'jobTemplate', 'spec', 'backoffLimit']);
    expect(fieldBehind(cronJob, 'ConcurrencyPolicy')).toEqual(['spec', 'concurrencyPolicy']);
    expect(['toString', 'ConcurrencyPolicy'].map((cause) => fieldBehind(job, cause))).toEqual([undefined, undefined]);
  });

  it('is met from any part of it', () => {
    const command = ['spec', 'template', 'spec', 'containers', 0, 'command'];
    expect(isBehind([...command, 2], [['spec', 'suspend'], command])).toBe(true);
    expect(isBehind(['spec', 'template'], [command])).toBe(false);
  });
});

const main = { name: 'main', image: 'a', command: ['sleep', '5'] };
const proxy = { name: 'proxy', image: 'b' };

/** By STATUS: the fields behind it, from the pod's spec on, in the order in which they came. */
function fieldsByStatus(pod: PodSpec, scenario: object): ReadonlyMap<string, readonly string[]> {
  const reading = readScenario(scenario);
  if ('findings' in reading) throw new Error(JSON.stringify(reading.findings));
  const run = readRun(simulate(jobOf({ backoffLimit: 0 }, pod), reading.scenario, { version: '1.37', until: 900 }));
  const found = new Map<string, string[]>();
  for (let change = 0; change < run.pods().count; change++) {
    const status = podStep(run, change)?.STATUS ?? '';
    const fields = fieldsBehindPod(run, change).map((path) => path.slice(3).join('.'));
    found.set(status, [...new Set([...(found.get(status) ?? []), ...fields])]);
  }
  return found;
}

describe('behind how a pod stands is the field of the container that decides it', () => {
  const running = ['containers.0.command', 'containers.1.image'];
  test.each<[string, PodSpec, object, string, readonly string[]]>([
    [
      'all images while they are pulled',
      { containers: [main, proxy] },
      {},
      'ContainerCreating',
      ['containers.0.image', 'containers.1.image'],
    ],
    ['all that run', { containers: [main, proxy] }, { run: { for: 5 } }, 'Running', running],
    [
      'the second, where that has failed',
      { containers: [main, proxy] },
      { run: { for: 9 }, containers: { proxy: { run: { for: 3, exit: 2 } } } },
      'Error',
      ['containers.1.image'],
    ],
    [
      'the memory of the one that had too little',
      { containers: [main, { ...proxy, resources: { limits: { memory: '1Gi' } } }] },
      { containers: { proxy: { run: { for: 3, outOfMemory: true } } } },
      'OOMKilled',
      ['containers.1.resources.limits.memory', 'containers.1.image'],
    ],
    ['an image that cannot be pulled', { containers: [main] }, { run: { cannotPull: true } }, 'ImagePullBackOff', ['containers.0.image']],
    [
      'the init container that is not done',
      {
        initContainers: [
          { ...main, name: 'first' },
          { ...main, name: 'second' },
        ],
        containers: [main],
      },
      {},
      'Init:1/2',
      ['initContainers.1.image', 'initContainers.1.command'],
    ],
    [
      'the probe of the one that is not ready, then what the others run',
      { containers: [main, { ...proxy, readinessProbe: { tcpSocket: { port: 80 } } }] },
      { run: { for: 60, healthyAfter: 30 } },
      'Running',
      ['containers.1.readinessProbe', 'containers.1.image', 'containers.0.command'],
    ],
    [
      'what no node has',
      { containers: [main], nodeSelector: { disk: 'fast' } },
      { run: { cannotSchedule: true } },
      'Pending',
      ['nodeSelector'],
    ],
    [
      'the grace period of one that is told to stop',
      { containers: [main] },
      { run: { for: 90 }, stop: { after: 9 }, actions: [{ at: 5, deletePod: 0 }] },
      'Terminating',
      ['terminationGracePeriodSeconds'],
    ],
    ['its own deadline', { activeDeadlineSeconds: 3, containers: [main] }, { run: { for: 90 } }, 'Error', ['activeDeadlineSeconds']],
  ])('%s', (_, pod, scenario, status, expected) => {
    expect(fieldsByStatus({ restartPolicy: 'Never', ...pod }, scenario).get(status)).toEqual(expected);
  });

  it('stands in the template of a CronJob', () => {
    const run = readRun(simulate(cronJobOf({ schedule: '* * * * *' }), {}, { version: '1.37' }));
    expect(fieldsBehindPod(run, 2)[0]?.slice(0, 5)).toEqual(['spec', 'jobTemplate', 'spec', 'template', 'spec']);
    expect(fieldOfContainer(run, 0, 'nobody', 'livenessProbe')).toBeUndefined();
  });
});
