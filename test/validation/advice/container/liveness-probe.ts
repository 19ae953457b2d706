import { type Cases, container, job } from '../advised.ts';

export const cases: Cases = {
  called: [[job('', container('livenessProbe: {exec: {command: [ls]}, periodSeconds: 5}')), 'livenessProbe', 'does not answer for 15 s']],
  silent: [job('', `initContainers: [{name: log, image: x:1, restartPolicy: Always, livenessProbe: {exec: {command: [ls]}}}]`)],
};
