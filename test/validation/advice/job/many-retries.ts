import { type Cases, job } from '../advised.ts';

export const cases: Cases = {
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
};
