import { type Cases, container, job } from '../advised.ts';

export const cases: Cases = {
  called: [
    [job(''), 'name', '`main` requests no memory'],
    [job('', container('resources: {requests: {cpu: 1}}')), 'requests', '`main` requests no memory'],
  ],
  silent: [
    job('', container('resources: {requests: {memory: 64Mi}}')),
    job('', container('resources: {limits: {memory: 64Mi}}')),
    job('', `resources: {requests: {memory: 64Mi}}\n${container('')}`),
  ],
};
