import { expect, test } from 'vitest';
import { cronJobWith, job, jobWith, podWith } from '../../manifests.ts';
import { actionsAt, after } from './actions.ts';

test('a Job becomes a CronJob, and the CronJob a Job again', () => {
  const plain = jobWith('backoffLimit: 2');
  const cronJob = after(plain.replace('kind: Job', 'kind: J|ob'), 'Make a CronJob');
  expect(cronJob).toBe(cronJobWith({ cronJob: 'schedule: "0 * * * *"', spec: 'backoffLimit: 2' }));
  expect(after(cronJob.replace('kind: Cron', 'kind: |Cron'), 'Make a Job')).toBe(plain);
});

test('a container becomes a sidecar', () => {
  const containers = `
    containers:
      - name: main
        image: busybox:1.36
      - name: pro|xy
        image: proxy:1
  `;
  const sidecar = `
    initContainers:
      - restartPolicy: Always
        name: proxy
        image: proxy:1
    restartPolicy: Never
    containers:
      - name: main
        image: busybox:1.36
  `;
  expect(after(podWith(containers), 'Make this container a sidecar')).toBe(podWith(sidecar));
});

test('a helper that keeps a Job from completing becomes one', () => {
  const containers = `
    containers:
      - name: main
        image: busybox:1.36
        command: ["true"]
      - na|me: proxy
        image: busybox:1.36
        command: ["sleep", "infinity"]
        args: []
  `;
  const sidecar = `
    initContainers:
      - restartPolicy: Always
        name: proxy
        image: busybox:1.36
        command: ["sleep", "infinity"]
        args: []
    restartPolicy: Never
    containers:
      - name: main
        image: busybox:1.36
        command: ["true"]
  `;
  expect(after(podWith(containers), 'Make this container a sidecar')).toBe(podWith(sidecar));
});

test('none for the only container, none in JSON', () => {
  expect(actionsAt(job.replace('main', 'ma|in'), ['refactor'])).toEqual([]);
  expect(actionsAt('{"kind": "J|ob", "apiVersion": "batch/v1", "spec": {}}', ['refactor'])).toEqual([]);
});
