import { type Cases, container, job, sleep } from '../advised.ts';

const indexed = 'completionMode: Indexed\ncompletions: 3\nparallelism: 3';
const byIndex = container(`command: [sh, -c, 'sleep $((JOB_COMPLETION_INDEX * 10))']`);

export const cases: Cases = {
  called: [
    [job(`activeDeadlineSeconds: 15\n${indexed}`, byIndex), '15', 'at least 20 s'],
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
    job(`activeDeadlineSeconds: 25\n${indexed}`, byIndex),
    job('activeDeadlineSeconds: 5'),
    job('activeDeadlineSeconds: 60', sleep(30)),
    job('activeDeadlineSeconds: 60', sleep('infinity')),
  ],
};
