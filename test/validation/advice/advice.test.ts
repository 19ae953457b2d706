import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { english } from '../../../server/messages/en/index.ts';
import { adviceRules } from '../../../server/validation/advice/index.ts';
import { advised, container, cronJob, job } from './check.ts';

/** A manifest that calls for a rule: what it marks, and a part of what it says. */
type Called = readonly [manifest: string, marks: string, says: string];

interface Cases {
  readonly called: readonly Called[];
  readonly silent: readonly string[];
}

const sleep = (seconds: number | string, name = 'main') => container(`command: [sleep, "${seconds}"]`, name);
const two = (first: string, second: string) => `${first}${second.slice('containers:\n'.length)}`;

const cases: Readonly<Record<string, Cases>> = {
  'command-cannot-start': {
    called: [
      [job('', container('command: [slepp, "60"]')), 'slepp', 'is `sleep` meant?'],
      [job('', container('command: ["sleep 60"]')), '"sleep 60"', 'write each word as an item of its own'],
      [
        job('', 'containers: [{name: main, image: "busybox:1.36", command: [bash, -c, ls]}]'),
        'bash',
        'The image busybox:1.36 has no program',
      ],
      [job('', `initContainers: [{name: first, image: x:1, command: [slepp]}]\n${container('')}`), 'slepp', 'cannot start'],
      [job('', 'containers: [{name: main, image: alpine:3, args: [frobnicate]}]'), 'frobnicate', 'cannot start'],
      [cronJob('schedule: "@daily"', '', container('command: [slepp]')), 'slepp', 'cannot start'],
      [
        job('', container('command: [sh, -c, "echo one; slepp 3; echo two"]')),
        '"echo one; slepp 3; echo two"',
        'exit code 127: is `sleep` meant?',
      ],
    ],
    silent: [
      job('', sleep(60)),
      job('', container('command: ["{{ .Values.command }}"]')),
      job('', container('command: [/app/slepp]')),
      job('', container(String.raw`command: ['C:\Program Files\x.exe']`)),
      job('', container('command: ["$COMMAND more"]')),
      job('', container('command: [sh, -c, "echo slepp"]')),
      job('', 'containers: [{name: main, image: alpine:3, command: [sh, -c, "apk add curl && curl x"]}]'),
    ],
  },
  'script-in-pieces': {
    called: [
      [job('', container('command: [sh, -c]\nargs: [sleep, "30"]')), 'sleep', '`30` are parameters'],
      [job('', container('command: [/bin/bash, -ec, python, work.py]')), 'python', '`work.py`'],
    ],
    silent: [
      job('', container('command: [sh, -c, "sleep 30"]')),
      job('', container('command: [sh, -c, "echo $1", sh, word]')),
      job('', container('command: [bash, work.sh, one]')),
      job('', container('command: [git, -c, name, value]')),
    ],
  },
  'sidecar-as-container': {
    called: [
      [job('', two(sleep(30), sleep('infinity', 'log'))), 'name', '`log` never ends, so the Job never completes'],
      [job('', two(sleep(30), container('command: [sh, -c, "while true; do date; sleep 5; done"]', 'log'))), 'name', '`log` never ends'],
      [
        job('', `${sleep(30)}  - {name: proxy, image: "docker.io/istio/proxyv2:1.24"}\n`),
        '{name: proxy, image: "docker.io/istio/proxyv2:1.24"}'.slice(1, 5),
        '`proxy`',
      ],
      [
        job('', `initContainers: [{name: log, image: x:1, command: [tail, -f, /x]}]\n${sleep(3)}`),
        'name',
        'what comes after it never starts',
      ],
    ],
    silent: [
      job('', sleep('infinity')),
      job('', two(sleep(30), sleep(40, 'other'))),
      job('', `initContainers: [{name: log, image: x:1, restartPolicy: Always, command: [tail, -f, /x]}]\n${sleep(3)}`),
      job(
        '',
        `${container('command: [sh, -c, "work; curl -X POST localhost/quitquitquit"]')}  - {name: proxy, image: "envoyproxy/envoy:v1"}\n`,
      ),
    ],
  },
  'never-ending-work': {
    called: [[job('', sleep('infinity')), 'name', 'the Job never completes']],
    silent: [job('', sleep(3600)), job('activeDeadlineSeconds: 60', sleep('infinity')), job('', two(sleep(1), sleep('infinity', 'log')))],
  },
  'schedule-never-fires': {
    called: [[cronJob('schedule: 0 0 31 2 *'), '0 0 31 2 *', 'never comes up']],
    silent: [cronJob('schedule: 0 0 29 2 *'), cronJob('schedule: 0 0 31 2 * *'), cronJob('schedule: "@every 1h"')],
  },
  'schedule-either-day': {
    called: [
      [cronJob('schedule: 0 0 13 * 5'), '0 0 13 * 5', 'on days that match either of them'],
      [cronJob('schedule: 0 0 */2 * 1-5'), '0 0 */2 * 1-5', 'either of them'],
      [cronJob('schedule: 0 0 1-31 * 1'), '0 0 1-31 * 1', 'this runs every day'],
    ],
    silent: [cronJob('schedule: 0 0 13 * *'), cronJob('schedule: 0 0 ? * 5'), cronJob('schedule: "@weekly"')],
  },
  'schedule-clock-change': {
    called: [
      [
        cronJob('schedule: 30 2 * * *\ntimeZone: Europe/Berlin'),
        '30 2 * * *',
        'no run at 2027-03-28 02:30 and there are two runs at 2027-10-31 02:30',
      ],
      [cronJob('schedule: 15 1 * * 0\ntimeZone: America/New_York'), '15 1 * * 0', 'there are two runs at 2027-11-07 01:15'],
      [cronJob('schedule: 0,30 2 * * *\ntimeZone: Australia/Lord_Howe'), '0,30 2 * * *', '2027-10-03 02:00'],
    ],
    silent: [
      cronJob('schedule: 30 2 * * *'),
      cronJob('schedule: 30 4 * * *\ntimeZone: Europe/Berlin'),
      cronJob('schedule: 30 2 * * *\ntimeZone: Asia/Seoul'),
      cronJob('schedule: 30 * * * *\ntimeZone: Europe/Berlin'),
      cronJob('schedule: 30 2 * 7 *\ntimeZone: Europe/Berlin'),
      cronJob('schedule: 30 2 * * *\ntimeZone: Europe/Bärlin'),
    ],
  },
  'overlapping-runs': {
    called: [
      [cronJob('schedule: "*/5 * * * *"', '', sleep(400)), 'spec', 'about 402 s, but the next may start after 300 s'],
      [cronJob('schedule: "@every 10s"\nconcurrencyPolicy: Allow', 'completions: 3', sleep(10)), 'Allow', 'about 36 s'],
    ],
    silent: [
      cronJob('schedule: "*/5 * * * *"', '', sleep(30)),
      cronJob('schedule: "*/5 * * * *"'),
      cronJob('schedule: "*/5 * * * *"\nconcurrencyPolicy: Forbid', '', sleep(400)),
    ],
  },
  'replaced-before-done': {
    called: [
      [cronJob('schedule: "*/5 * * * *"\nconcurrencyPolicy: Replace', '', sleep(400)), 'Replace', 'replaced after 300 s at the latest'],
    ],
    silent: [
      cronJob('schedule: "0,5 * * * *"\nconcurrencyPolicy: Replace', '', sleep(400)),
      cronJob('schedule: "*/5 * * * *"\nconcurrencyPolicy: Replace', '', sleep(100)),
    ],
  },
  'short-starting-deadline': {
    called: [[cronJob('schedule: "@daily"\nstartingDeadlineSeconds: 5'), '5', 'within 5 s is skipped']],
    silent: [
      cronJob('schedule: "@daily"\nstartingDeadlineSeconds: 10'),
      cronJob('schedule: "@daily"'),
      cronJob('schedule: "@daily"\nstartingDeadlineSeconds: -1'),
    ],
  },
  'deadline-before-work': {
    called: [
      [job('activeDeadlineSeconds: 5', sleep(10)), '5', 'at least 10 s'],
      [job('activeDeadlineSeconds: 50\ncompletions: 4\nparallelism: 2', sleep(30)), '50', 'at least 60 s in 2 waves'],
      [job('', `activeDeadlineSeconds: 20\n${sleep(30)}`), '20', 'at least 30 s'],
      [
        job('activeDeadlineSeconds: 5', `initContainers: [{name: first, image: x:1, command: [sleep, "8"]}]\n${container('')}`),
        '5',
        'at least 8 s',
      ],
    ],
    silent: [
      job('activeDeadlineSeconds: 5'),
      job('activeDeadlineSeconds: 60', sleep(30)),
      job('activeDeadlineSeconds: 60', sleep('infinity')),
    ],
  },
  'parallelism-above-completions': {
    called: [[job('completions: 2\nparallelism: 5'), '5', 'Only 2 pods are needed']],
    silent: [job('completions: 2\nparallelism: 2'), job('parallelism: 5'), job('completions: 2')],
  },
  'many-retries': {
    called: [
      [job('backoffLimit: 100'), '100', 'starts up to 101 pods'],
      [job('completionMode: Indexed\ncompletions: 5\nbackoffLimitPerIndex: 30'), '30', 'starts up to 155 pods'],
    ],
    silent: [
      job('backoffLimit: 10'),
      job('backoffLimit: 100', 'restartPolicy: OnFailure'),
      job(''),
      job('completionMode: Indexed\ncompletions: 500\nbackoffLimitPerIndex: 1'),
    ],
  },
  'unreachable-policy-rule': {
    called: [
      [
        policy(
          '{action: Ignore, onExitCodes: {operator: NotIn, values: [1]}}',
          '{action: FailJob, onExitCodes: {operator: In, values: [2, 3]}}',
        ),
        '{action: FailJob, onExitCodes: {operator: In, values: [2, 3]}}',
        'Rule 1 never applies, as rule 0',
      ],
      [
        policy('{action: FailJob, onExitCodes: {operator: In, values: [256, 300]}}'),
        '{action: FailJob, onExitCodes: {operator: In, values: [256, 300]}}',
        'codes from 1 to 255',
      ],
      [
        policy(
          '{action: Ignore, onPodConditions: [{type: DisruptionTarget}, {type: X}]}',
          '{action: Count, onPodConditions: [{type: X, status: "True"}]}',
        ),
        '{action: Count, onPodConditions: [{type: X, status: "True"}]}',
        'as rule 0 takes all',
      ],
    ],
    silent: [
      policy(
        '{action: Ignore, onExitCodes: {containerName: main, operator: In, values: [1]}}',
        '{action: FailJob, onExitCodes: {operator: In, values: [1]}}',
      ),
      policy(
        '{action: Ignore, onExitCodes: {operator: In, values: [1]}}',
        '{action: FailJob, onExitCodes: {operator: In, values: [1, 2]}}',
      ),
      policy('{action: Ignore, onPodConditions: [{type: X}]}', '{action: FailJob, onExitCodes: {operator: In, values: [1]}}'),
      job('podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [300]}}]}', 'os: {name: windows}'),
    ],
  },
  'logs-gone-at-limit': {
    called: [[job('', 'restartPolicy: OnFailure'), 'OnFailure', 'the pod and its logs are deleted']],
    silent: [job('')],
  },
  'liveness-probe': {
    called: [[job('', container('livenessProbe: {exec: {command: [ls]}, periodSeconds: 5}')), 'livenessProbe', 'does not answer for 15 s']],
    silent: [job('', `initContainers: [{name: log, image: x:1, restartPolicy: Always, livenessProbe: {exec: {command: [ls]}}}]`)],
  },
  'image-name': {
    called: [
      [job('', 'containers: [{name: main, image: "BusyBox:1.36"}]'), '"BusyBox:1.36"', 'write busybox:1.36, in lower case'],
      [
        job('', 'containers: [{name: main, image: "https://registry.example.com/a:1"}]'),
        '"https://registry.example.com/a:1"',
        'registry/name:tag',
      ],
      [job('', `initContainers: [{name: first, image: a//b}]\n${container('')}`), 'a//b', 'never start'],
      [
        cronJob('schedule: "@daily"', '', 'containers: [{name: main, image: ghcr.io/Team/App:V1}]'),
        'ghcr.io/Team/App:V1',
        'ghcr.io/team/app:V1',
      ],
    ],
    silent: [job(''), job('', 'containers: [{name: main, image: "{{ .Image }}"}]'), job('', 'containers: [{name: main, image: "$IMAGE"}]')],
  },
  'image-latest': {
    called: [
      [job('', 'containers: [{name: main, image: luksa/batch-job}]'), 'luksa/batch-job', 'another program each time'],
      [job('', 'containers: [{name: main, image: "busybox:latest"}]'), '"busybox:latest"', 'name a version'],
    ],
    silent: [
      job(''),
      job('', `containers: [{name: main, image: "x@sha256:${'a'.repeat(64)}"}]`),
      job('', 'containers: [{name: main, image: "{{ .image }}"}]'),
    ],
  },
  'no-memory-request': {
    called: [
      [job(''), 'name', '`main` requests no memory'],
      [job('', container('resources: {requests: {cpu: 1}}')), 'requests', '`main` requests no memory'],
    ],
    silent: [
      job('', container('resources: {requests: {memory: 64Mi}}')),
      job('', container('resources: {limits: {memory: 64Mi}}')),
      job('', `resources: {requests: {memory: 64Mi}}\n${container('')}`),
    ],
  },
  'unremoved-job': {
    called: [[job(''), 'spec', 'set ttlSecondsAfterFinished']],
    silent: [
      job('ttlSecondsAfterFinished: 60'),
      cronJob('schedule: "@daily"'),
      job('').replace('name: hello', 'name: hello\n  annotations: {helm.sh/hook-delete-policy: hook-succeeded}'),
    ],
  },
};

function policy(...rules: readonly string[]): string {
  return job(`podFailurePolicy:\n  rules:\n${rules.map((rule) => `    - ${rule}`).join('\n')}`);
}

describe.each(adviceRules.map((rule) => [rule.code, rule] as const))('%s', (code, { level }) => {
  const { called = [], silent = [] } = cases[code] ?? {};

  test('has cases, a text and a page', () => {
    expect(called.length).toBeGreaterThan(0);
    expect(silent.length).toBeGreaterThan(0);
    expect(english[code]).toBeDefined();
    const page = readFileSync(join(import.meta.dirname, `../../../docs/rules/${code}.md`), 'utf8');
    expect(page).toMatch(new RegExp(`^# ${code}\n`));
    expect(page).toContain(`Level: ${level}`);
    expect(page).toContain(`# kubejob-ignore ${code}`);
  });

  test.each(called)('speaks: %#', (manifest, marks, says) => {
    const [found, ...more] = advised(manifest).filter((one) => one.code === code);
    expect(found).toMatchObject({ severity: level, marks });
    expect(found?.message).toContain(says);
    expect(found?.message).not.toContain('\n');
    expect(more).toEqual([]);
  });

  test.each(silent)('is silent: %#', (manifest) => {
    expect(advised(manifest).filter((one) => one.code === code)).toEqual([]);
  });

  test('can be silenced, and made louder', () => {
    const [[manifest] = ['']] = called;
    expect(advised(manifest, { [code]: 'off' }).filter((one) => one.code === code)).toEqual([]);
    expect(advised(manifest, { [code]: 'warning' }).find((one) => one.code === code)?.severity).toBe('warning');
  });
});

test('every page belongs to a rule', () => {
  const pages = readdirSync(join(import.meta.dirname, '../../../docs/rules')).filter((name) => name !== 'README.md');
  expect(pages.sort()).toEqual(adviceRules.map(({ code }) => `${code}.md`).sort());
});

test('the right examples call for nothing above information', () => {
  const folder = join(import.meta.dirname, '../../../examples');
  const loud = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.scenario.yaml'))
    .flatMap((name) => advised(readFileSync(join(folder, name), 'utf8')).filter(({ severity }) => severity !== 'info'));
  expect(loud).toEqual([]);
});

test('an object without a spec, and a patch, call for nothing about what is missing', () => {
  expect(advised('kind: Job\napiVersion: batch/v1\n').map(({ code }) => code)).toEqual(['unremoved-job']);
  expect(advised('kind: CronJob\napiVersion: batch/v1\nspec: {schedule: 7}\n')).toEqual([]);
  expect(advised(job(''), {}, { partial: true })).toEqual([]);
});
