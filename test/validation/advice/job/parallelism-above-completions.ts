import { type Cases, job } from '../advised.ts';

export const cases: Cases = {
  called: [
    [job('completions: 2\nparallelism: 5'), '5', 'Only 2 pods are needed'],
    [job('completions: 1\nparallelism: 5'), '5', 'Only 1 pod is needed'],
  ],
  silent: [
    job('completions: 2\nparallelism: 2'),
    job('parallelism: 5'),
    job('completions: 2'),
    job('completions: 0\nparallelism: 2'),
    job('completions: -5\nparallelism: 2'),
  ],
};
