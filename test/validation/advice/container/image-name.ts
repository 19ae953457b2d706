import { type Cases, container, cronJob, job } from '../advised.ts';

export const cases: Cases = {
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
};
