import { type Cases, job } from '../advised.ts';

export const cases: Cases = {
  called: [
    [job('', 'containers: [{name: main, image: luksa/batch-job}]'), 'luksa/batch-job', 'another program each time'],
    [job('', 'containers: [{name: main, image: "busybox:latest"}]'), '"busybox:latest"', 'name a version'],
  ],
  silent: [
    job(''),
    job('', `containers: [{name: main, image: "x@sha256:${'a'.repeat(64)}"}]`),
    job('', `containers: [{name: main, image: "x:latest@sha256:${'a'.repeat(64)}"}]`),
    job('', 'containers: [{name: main, image: "{{ .image }}"}]'),
  ],
};
