import { type Cases, container, job, sleep, two } from '../advised.ts';

const indexed = 'completionMode: Indexed\ncompletions: 3\nparallelism: 3';
const byIndex = (first: string, others: string) => container(`command: [sh, -c, '[ $JOB_COMPLETION_INDEX = 0 ] && ${first} || ${others}']`);

export const cases: Cases = {
  called: [
    [job('', sleep('infinity')), 'name', 'the Job never completes'],
    [job(indexed, byIndex('sleep infinity', 'sleep 3')), 'name', 'the Job never completes'],
  ],
  silent: [
    job(indexed, byIndex('sleep 5', 'sleep 3')),
    job('', sleep(3600)),
    job('activeDeadlineSeconds: 60', sleep('infinity')),
    job('', two(sleep(1), sleep('infinity', 'log'))),
  ],
};
