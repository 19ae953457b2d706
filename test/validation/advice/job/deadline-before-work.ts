import { type Cases, container, job, sleep } from '../advised.ts';

export const cases: Cases = {
  called: [
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
    job('activeDeadlineSeconds: 5'),
    job('activeDeadlineSeconds: 60', sleep(30)),
    job('activeDeadlineSeconds: 60', sleep('infinity')),
  ],
};
