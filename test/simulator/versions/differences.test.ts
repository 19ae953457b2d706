import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { versionPage } from '../../../build/version-page.mjs';
import type { CronJob, Job, JobSpec, PodSpec } from '../../../server/kubernetes/generated/types.ts';
import { type KubernetesVersion, kubernetesVersions } from '../../../server/kubernetes/versions.ts';
import { describeCronJob } from '../../../server/simulator/kubectl/describe-cronjob.ts';
import { eventLines } from '../../../server/simulator/kubectl/describe-events.ts';
import { describeJob } from '../../../server/simulator/kubectl/describe-job.ts';
import { getText } from '../../../server/simulator/kubectl/get.ts';
import { at } from '../../../server/simulator/run/at.ts';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import { readScenario } from '../../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { type Difference, differences, releases } from '../../../server/simulator/versions/differences.ts';
import { jobOf } from '../../manifests.ts';
import { momentWith } from '../kubectl/moments.ts';
import { life, statuses, watched, withIdealKubelet } from '../runs.ts';

interface Played {
  /** Instead of a Job with these fields. */
  readonly object?: Job | CronJob;
  readonly spec?: JobSpec;
  readonly scenario?: object;
  readonly pod?: PodSpec;
  readonly until?: number;
}

function play(version: KubernetesVersion, { spec = {}, pod = {}, object = jobOf(spec, pod), scenario = {}, until }: Played) {
  const reading = readScenario(withIdealKubelet(scenario));
  if ('findings' in reading) throw new Error(`the scenario cannot be read: ${JSON.stringify(reading.findings)}`);
  return watched(simulate(object, reading.scenario, { version, ...(until === undefined ? {} : { until }) }));
}

const conditions = (result: ReturnType<typeof play>) => (result.jobs.at(-1)?.conditions ?? []).join(' ');
const counts = ({ final }: ReturnType<typeof play>) => {
  const { active = 0, ready = 0, terminating = 0, succeeded = 0, failed = 0 } = Object(final);
  return `${active} active, ${ready} ready, ${terminating} terminating, ${succeeded} succeeded, ${failed} failed`;
};
const lines = (text: string, wanted: RegExp) =>
  text
    .split('\n')
    .filter((line) => wanted.test(line))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join(', ');
const headings = (text: string) => lines(text, /^NAME/);
const described = (version: KubernetesVersion, pod: PodSpec, wanted: RegExp, spec: JobSpec = {}) =>
  lines(describeJob(momentWith({ version }), { name: 'hello', object: jobOf(spec, pod) }), wanted);
const container = { name: 'main', image: 'busybox' };
const saidOfPods = ({ events }: ReturnType<typeof play>) => events.flatMap(({ kind, message }) => (kind === 'Pod' ? [message] : []));
const realKubelet = { kubelet: { notice: 1 } };
const crashing: Played = { pod: { restartPolicy: 'OnFailure' }, scenario: { ...realKubelet, run: { for: 1, exit: 1 } } };
const cronJob: CronJob = {
  kind: 'CronJob',
  metadata: { name: 'tick' },
  spec: { schedule: '* * * * *', timeZone: 'Asia/Seoul', jobTemplate: { spec: jobOf({}).spec ?? {} } },
};
const slowFailure: Played = {
  spec: { parallelism: 2, completions: 2, backoffLimit: 0 },
  scenario: { run: { for: 60 }, pods: [{ ordinal: 0, run: { for: 2, exit: 1 } }], stop: { after: 20 } },
};
const resumed = (spec: JobSpec = {}): Played => ({
  spec,
  scenario: {
    run: { for: 8 },
    actions: [
      { at: 5, patch: { spec: { suspend: true } } },
      { at: 22, patch: { spec: { suspend: false } } },
    ],
  },
});
const waiting: Played = {
  spec: { parallelism: 2, completions: 2 },
  scenario: { run: { for: 30 }, pods: [{ ordinal: 0, run: { for: 2, exit: 1 } }] },
  until: 8,
};

interface Case {
  /** What is told of a run, or printed. */
  readonly tell: (version: KubernetesVersion) => string;
  /** In the version next to those of which the difference holds, and in the first or last of them. */
  readonly without: string;
  readonly holding: string;
}

const cases: Readonly<Record<keyof typeof differences, Case>> = {
  interimConditions: {
    tell: (version) => conditions(play(version, { spec: { backoffLimit: 0 }, scenario: { run: { for: 1, exit: 1 } } })),
    without: 'Failed=True:BackoffLimitExceeded',
    holding: 'FailureTarget=True:BackoffLimitExceeded Failed=True:BackoffLimitExceeded',
  },
  endsAfterItsPods: {
    tell: (version) => statuses(play(version, slowFailure)).split(' > ').at(-1) ?? '',
    without: '4 Failed 0/2',
    holding: '25 Failed 0/2',
  },
  completionHasReason: {
    tell: (version) => conditions(play(version, {})).split(' ').at(-1) ?? '',
    without: 'Complete=True:',
    holding: 'Complete=True:CompletionsReached',
  },
  failsPodsThatTerminateAtTheEnd: {
    tell: (version) =>
      counts(
        play(version, {
          spec: { parallelism: 2, podReplacementPolicy: 'Failed' },
          scenario: {
            run: { for: 5 },
            pods: [{ ordinal: 0, run: { for: 60 } }],
            stop: { after: 20, exit: 0 },
            actions: [{ at: 3, deletePod: 0 }],
          },
        }),
      ),
    without: '0 active, 0 ready, 0 terminating, 1 succeeded, 0 failed',
    holding: '0 active, 0 ready, 1 terminating, 1 succeeded, 1 failed',
  },
  countsDeletionsAtOnce: {
    tell: (version) => counts(play(version, { ...slowFailure, until: 15 })),
    without: '0 active, 1 ready, 0 terminating, 0 succeeded, 2 failed',
    holding: '0 active, 0 ready, 1 terminating, 0 succeeded, 2 failed',
  },
  finishTimeOfSidecars: {
    tell: (version) =>
      life(
        play(version, {
          pod: { initContainers: [{ ...container, name: 'side', restartPolicy: 'Always' }] },
          scenario: { containers: { main: { run: { for: 2, exit: 1 } }, side: { run: { for: 99 }, stop: { after: 8 } } } },
          until: 30,
        }),
        1,
      ).split(' > ')[0] ?? '',
    without: '13 Pending 0/2',
    holding: '21 Pending 0/2',
  },
  hidesActivePodsWhileBackingOff: {
    tell: (version) => counts(play(version, waiting)),
    without: '1 active, 1 ready, 0 terminating, 0 succeeded, 1 failed',
    holding: '2 active, 2 ready, 0 terminating, 0 succeeded, 0 failed',
  },
  refusesMoreReadyThanActive: {
    tell: (version) => counts(play(version, waiting)),
    without: '0 active, 1 ready, 0 terminating, 0 succeeded, 1 failed',
    holding: '2 active, 2 ready, 0 terminating, 0 succeeded, 0 failed',
  },
  clearsStartTime: {
    tell: (version) => statuses(play(version, resumed({ activeDeadlineSeconds: 20 }))),
    without: '0 Running 0/1 > 5 Suspended 0/1 > 22 Suspended 0/1 > 22 Failed 0/1',
    holding: '0 Running 0/1 > 5 Suspended 0/1 > 22 Running 0/1 > 32 SuccessCriteriaMet 0/1 > 32 Complete 1/1',
  },
  refusesToResume: {
    tell: (version) => statuses(play(version, resumed())).replaceAll('SuccessCriteriaMet', 'Running'),
    without: '0 Running 0/1 > 5 Suspended 0/1 > 22 Running 0/1 > 32 Running 0/1 > 32 Complete 1/1',
    holding: '0 Running 0/1 > 5 Suspended 0/1 > 32 Suspended 0/1 > 32 Complete 1/1',
  },
  saysConditionOfJob: {
    tell: (version) => {
      const { events } = recordingOf(simulate(cronJob, {}, { version, until: 100 }));
      return events.flatMap(({ reason, message }) => (reason === 'SawCompletedJob' ? [message.split(', ')[1]] : [])).join();
    },
    without: 'status: Complete',
    holding: 'condition: Complete',
  },
  looksAfterStarts: {
    tell: (version) => life(play(version, { scenario: realKubelet, until: 5 })),
    without: '0 Pending 0/1 > 0 ContainerCreating 0/1 > 0.8 Running 1/1',
    holding: '0 Pending 0/1 > 0 ContainerCreating 0/1 > 0.4 Running 1/1',
  },
  retriesWhenBackOffIsOver: {
    tell: (version) =>
      `${saidOfPods(play(version, { ...crashing, until: 40 })).filter((text) => text.startsWith('Back-off')).length} times`,
    without: '3 times',
    holding: '2 times',
  },
  namesNoContainerInEvents: {
    tell: (version) =>
      saidOfPods(play(version, { until: 5 }))
        .slice(2)
        .join(', '),
    without: 'Created container: main, Started container main',
    holding: 'Container created, Container started',
  },
  colonInCreated: {
    tell: (version) => (/^Created container:/.test(saidOfPods(play(version, { until: 5 }))[2] ?? '') ? 'with' : 'without'),
    without: 'without',
    holding: 'with',
  },
  saysNoClaims: {
    tell: (version) =>
      saidOfPods(play(version, { scenario: { run: { cannotSchedule: true } }, until: 5 }))
        .join()
        .replace(/^.*taint\(s\)\. |:.*$/g, ''),
    without: 'preemption',
    holding: 'no new claims to deallocate, preemption',
  },
  tellsOfRestartOfAll: {
    tell: (version) => {
      const restartPolicyRules = [{ action: 'RestartAllContainers', exitCodes: { operator: 'In', values: [42] } }];
      const pod = { containers: [{ ...container, restartPolicy: 'Never', restartPolicyRules }] };
      return lines(recordingOf(simulate(jobOf({}, pod), {}, { version, until: 5 })).describePods, /AllContainersRestarting/);
    },
    without: '',
    holding: 'AllContainersRestarting False',
  },
  checksAccessToImages: {
    tell: (version) => saidOfPods(play(version, { until: 5, pod: { containers: [{ ...container, imagePullPolicy: 'Never' }] } }))[1] ?? '',
    without: 'Container image "busybox" already present on machine',
    holding: 'Container image "busybox" already present on machine and can be accessed by the pod',
  },
  statusOfJobs: {
    tell: (version) => headings(getText('jobs', at(simulate(jobOf({}), {}, { version })))),
    without: 'NAME COMPLETIONS DURATION AGE',
    holding: 'NAME STATUS COMPLETIONS DURATION AGE',
  },
  statusSuccessCriteriaMet: {
    tell: (version) => statuses(play(version, {})),
    without: '0 Running 0/1 > 12 Running 0/1 > 12 Complete 1/1',
    holding: '0 Running 0/1 > 12 SuccessCriteriaMet 0/1 > 12 Complete 1/1',
  },
  timeZoneOfCronJobs: {
    tell: (version) => headings(getText('cronjobs', at(simulate(cronJob, {}, { version, until: 1 })))),
    without: 'NAME SCHEDULE SUSPEND ACTIVE LAST SCHEDULE AGE',
    holding: 'NAME SCHEDULE TIMEZONE SUSPEND ACTIVE LAST SCHEDULE AGE',
  },
  terminatingUnlessEnded: {
    tell: (version) => life(play(version, { scenario: { run: { for: 30 }, actions: [{ at: 2.5, deletePod: 0 }] }, until: 4 })),
    without: '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 2.5 Terminating 1/1 > 2.5 Terminating 0/1 > 3 gone',
    holding: '0 Pending 0/1 > 0 ContainerCreating 0/1 > 1 Running 1/1 > 2.5 Terminating 1/1 > 2.5 Error 0/1 > 3 gone',
  },
  failureOutshinesCompletion: {
    tell: (version) => {
      const pod = { containers: ['a', 'b'].map((name) => ({ ...container, name })) };
      const scenario = { containers: { a: { run: { for: 1 } }, b: { run: { for: 3, exit: 3 } } } };
      return (
        life(play(version, { pod, scenario, until: 10 }))
          .split(' > ')
          .at(-1) ?? ''
      );
    },
    without: '4 Completed 0/2',
    holding: '4 Error 0/2',
  },
  describesLimitsOfJobs: {
    tell: (version) => described(version, {}, /^(Suspend|Backoff|TTL)/, { suspend: true, backoffLimit: 3, ttlSecondsAfterFinished: 60 }),
    without: '',
    holding: 'Suspend: true, Backoff Limit: 3, TTL Seconds After Finished: 60',
  },
  describesScheduling: {
    tell: (version) => described(version, {}, /Node-Selectors|Tolerations/),
    without: '',
    holding: 'Node-Selectors: <none>, Tolerations: <none>',
  },
  describesImageVolumes: {
    tell: (version) => described(version, { volumes: [{ name: 'v', image: { reference: 'a:1' } }] }, /unknown|Type|Reference/),
    without: '<unknown>',
    holding: 'Type: Image (a container image or OCI artifact), Reference: a:1',
  },
  describesOptionalSources: {
    tell: (version) => {
      const sources = [{ secret: { name: 's' } }, { configMap: { name: 'c', optional: true } }];
      return described(version, { volumes: [{ name: 'v', projected: { sources } }] }, /Optional/);
    },
    without: 'SecretOptionalName: <nil>, ConfigMapOptional: 0xc000000000',
    holding: 'Optional: false, Optional: true',
  },
  describesPortNames: {
    tell: (version) => {
      const ports = [{ containerPort: 80, protocol: 'TCP', name: 'web' }];
      return described(version, { containers: [{ ...container, ports }] }, /^ +Port/);
    },
    without: 'Port: 80/TCP',
    holding: 'Port: 80/TCP (web)',
  },
  describesTimeZone: {
    tell: (version) => lines(describeCronJob(momentWith({ version }), { name: 'tick', object: cronJob }), /Time Zone/),
    without: '',
    holding: 'Time Zone: Asia/Seoul',
  },
  describesFieldOfEvents: {
    tell: (version) => {
      const about = { kind: 'Pod' as const, name: 'hello', field: 'spec.containers{main}', type: 'Normal' as const, source: 'kubelet' };
      const event = { ...about, reason: 'Started', message: 'Container started', count: 1, firstSeen: 1, lastSeen: 1 };
      return lines(eventLines(momentWith({ version, now: 5, events: [event] }), 'Pod', 'hello').join('\n'), /Started/);
    },
    without: 'Normal Started 4s kubelet Container started',
    holding: 'Normal Started 4s kubelet spec.containers{main}: Container started',
  },
  describesThresholds: {
    tell: (version) => {
      const livenessProbe = { exec: { command: ['a'] }, successThreshold: 1, failureThreshold: 3 };
      return described(version, { containers: [{ ...container, livenessProbe }] }, /Liveness/);
    },
    without: 'Liveness: exec [a] delay=0s timeout=0s period=0s #success=1 #failure=3',
    holding: 'Liveness: exec [a] delay=0s timeout=0s period=0s successThreshold=1 failureThreshold=3',
  },
};

/** The versions on both sides of each bound: the one of which the difference does not hold first. */
function sides({ from, upTo, but }: Difference): readonly (readonly [KubernetesVersion, KubernetesVersion])[] {
  const next = (version: KubernetesVersion, step: number) => kubernetesVersions[kubernetesVersions.indexOf(version) + step] ?? version;
  return [
    ...(from ? [[next(from, -1), from] as const] : []),
    ...(upTo ? [[next(upTo, 1), upTo] as const] : []),
    ...(but ? [[but, next(but, 1)] as const] : []),
  ];
}

describe('what differs between versions', () => {
  const all = Object.entries<Difference>(differences).flatMap(([name, difference]) =>
    sides(difference).map(([without, holding]) => ({ name, without, holding })),
  );
  const told: Readonly<Record<string, Case>> = cases;
  test.each(all)('$name: $without does not, $holding does', ({ name, without, holding }) => {
    const one = told[name];
    expect({ without: one?.tell(without), holding: one?.tell(holding) }).toEqual({ without: one?.without, holding: one?.holding });
  });

  test('is told of one release of each version', () => {
    expect(releases.map((release) => release.split('.').slice(0, 2).join('.'))).toEqual(kubernetesVersions);
  });

  test('stands in docs/versions.md: `npm run docs` writes it', async () => {
    expect(readFileSync(join(import.meta.dirname, '../../../docs/versions.md'), 'utf8')).toBe(await versionPage());
  });
});

test('a Job of 1.30 fails at once by its podFailurePolicy too, but FailureTarget announces it', () => {
  const rules = [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }];
  const result = play('1.30', { spec: { podFailurePolicy: { rules } }, scenario: { run: { for: 2, exit: 42 } } });
  expect(conditions(result)).toBe('FailureTarget=True:PodFailurePolicy Failed=True:PodFailurePolicy');
});

test('a Job of 1.30 knows no successPolicy, alone or made by a CronJob', () => {
  const spec: JobSpec = {
    completionMode: 'Indexed',
    completions: 2,
    parallelism: 2,
    successPolicy: { rules: [{ succeededIndexes: '0' }] },
  };
  const made = { ...cronJob, spec: { ...cronJob.spec, jobTemplate: { spec: jobOf(spec).spec ?? {} } } };
  const scenario = { pods: [{ index: 1, run: { for: 20 } }] };
  const ends = (version: KubernetesVersion) =>
    [jobOf(spec), made].map((object) => play(version, { object, scenario, until: 100 }).jobs.at(-1)?.COMPLETIONS);
  expect(ends('1.30')).toEqual(['2/2', '2/2']);
  expect(ends('1.31')).toEqual(['1/2', '1/2']);
});

test('a status that is refused is tried again after 1, 2, 4 … seconds, or when a pod changes', () => {
  const { events } = play('1.33', { ...resumed(), until: 60 });
  expect(events.flatMap(({ t, reason }) => (reason === 'Resumed' ? [t] : []))).toEqual([22, 23, 24, 28]);
});
