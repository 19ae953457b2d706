import { type Cases, job, sleep, two } from '../advised.ts';

export const cases: Cases = {
  called: [[job('', sleep('infinity')), 'name', 'the Job never completes']],
  silent: [job('', sleep(3600)), job('activeDeadlineSeconds: 60', sleep('infinity')), job('', two(sleep(1), sleep('infinity', 'log')))],
};
