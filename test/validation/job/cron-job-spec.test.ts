import { test } from 'vitest';
import { check } from '../../check.ts';
import { cronJobWith } from '../../manifests.ts';

test('a schedule is needed and must be readable', () => {
  check(
    cronJobWith(`
      schedule: ""
      #         ^^ cron-job-schedule-missing
    `),
  );
  check(
    cronJobWith(`
      schedule: 60 * * * *
      #         ^^^^^^^^^^ schedule-above
    `),
  );
  check(`
    apiVersion: batch/v1
    kind: CronJob
    metadata:
      name: hello
    spec:
    #^^^ cron-job-schedule-missing
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: main, image: busybox}]
  `);
});

test('time zones go into timeZone, by their exact name', () => {
  check(
    cronJobWith(`
      schedule: TZ=UTC 0 3 * * *
      #         ^^^^^^^^^^^^^^^^ cron-job-schedule-time-zone
    `),
  );
  check(cronJobWith('timeZone: Asia/Seoul'));
  for (const [zone, code] of [
    ['asia/seoul', 'cron-job-time-zone-unknown'],
    ['local', 'cron-job-time-zone-local'],
    ['../UTC', 'cron-job-time-zone-unknown'],
    ['""', 'cron-job-time-zone-empty'],
  ] as const) {
    check(
      cronJobWith(`
        timeZone: ${zone}
        #         ${'^'.repeat(zone.length)} ${code}
      `),
    );
  }
});

test('its own fields', () => {
  check(
    cronJobWith(`
      concurrencyPolicy: forbid
      #                  ^^^^^^ cron-job-concurrency-policy
      startingDeadlineSeconds: -1
      #                        ^^ number-negative
      failedJobsHistoryLimit: -1
      #                       ^^ number-negative
    `),
  );
});

test('the Job inside has a generated selector and no defaults of its own', () => {
  check(
    cronJobWith({
      spec: `
        selector: {}
        #^^^^^^^ cron-job-selector
        manualSelector: true
        #               ^^^^ cron-job-manual-selector
      `,
    }),
  );
  check(`
    apiVersion: batch/v1
    kind: CronJob
    metadata:
      name: hello
    spec:
      schedule: 0 3 * * *
      jobTemplate:
        metadata: {name: Not Judged}
        spec:
        #^^^ job-completions-missing
          completionMode: Indexed
          template:
            spec:
              restartPolicy: Never
              containers: [{name: main, image: busybox}]
  `);
});

test('a name leaves room for the Jobs’ numbers', () => {
  const name = 'a'.repeat(53);
  check(
    cronJobWith({
      metadata: `
        name: ${name}
        #     ${'^'.repeat(53)} cron-job-name-length
      `,
    }),
  );
  check(cronJobWith({ metadata: `name: ${name.slice(1)}` }));
});

test('the status of a pod condition has its default from 1.34 on', () => {
  check(cronJobWith({ spec: 'podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}' }), '1.34');
  check(
    cronJobWith({
      spec: `
        podFailurePolicy:
          rules:
            - action: Ignore
              onPodConditions:
                - type: DisruptionTarget
                # ^^^^ pod-failure-policy-status-missing
      `,
    }),
    '1.33',
  );
});
