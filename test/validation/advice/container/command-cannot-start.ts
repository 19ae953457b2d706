import { type Cases, container, cronJob, job, sleep } from '../advised.ts';

export const cases: Cases = {
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
    [
      job(
        '',
        `initContainers: [{name: wait, image: "busybox:1.36", command: [sh, -c, "until curl -s db; do sleep 2; done"]}]\n${container('')}`,
      ),
      '"until curl -s db; do sleep 2; done"',
      'The image busybox:1.36 has no program `curl`',
    ],
    [
      job('', 'containers: [{name: main, image: alpine:3, command: [sh, -c, "echo a; bash b.sh"]}]'),
      '"echo a; bash b.sh"',
      'has no program',
    ],
  ],
  silent: [
    job(
      '',
      `initContainers: [{name: wait, image: "busybox:1.36", command: [sh, -c, "until wget -q db; do sleep 2; done"]}]\n${container('')}`,
    ),
    job('', 'containers: [{name: main, image: alpine:3, command: [sh, -c, "command -v curl && curl x"]}]'),
    job('', 'containers: [{name: main, image: alpine:3, command: [sh, -c, "frobnicate"]}]'),
    job('', sleep(60)),
    job('', container('command: ["{{ .Values.command }}"]')),
    job('', container('command: [/app/slepp]')),
    job('', container(String.raw`command: ['C:\Program Files\x.exe']`)),
    job('', container('command: ["$COMMAND more"]')),
    job('', container('command: [sh, -c, "echo slepp"]')),
    job('', 'containers: [{name: main, image: alpine:3, command: [sh, -c, "apk add curl && curl x"]}]'),
  ],
};
