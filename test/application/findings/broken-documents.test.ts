import { test } from 'vitest';
import { check } from '../../check.ts';

test('behind a schedule without quotes the rest is judged', () => {
  check(`
    apiVersion: batch/v1
    kind: CronJob
    metadata:
      name: cache-cron
    spec:
      schedule: */10 * * * *
      #         ^^^^^^^^^^^^ yaml-quotes-needed
      concurrencyPolicy: Never
      #                  ^^^^^ cron-job-concurrency-policy
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Always
              #              ^^^^^^ job-restart-policy
              containers:
                - name: report
                  image: busybox:1.36
                  comand: [date]
                  #^^^^^ unknown-field
  `);
});

test('each fault of syntax is told, and nothing else of its lines', () => {
  check(`
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: @Hello
      #     ^^^^^^ yaml-quotes-needed
    spec:
      backoffLimit "three"
      #^^^^^^^^^^^ yaml-colon-missing
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: "busybox:1.36
              #      ^^^^^^^^^^^^^ yaml-quote-open
              command: [date
              #        ^^^^^ yaml-bracket-open
  `);
});

test('while a field is half typed nothing is missing elsewhere', () => {
  check(`
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: hello
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: main
              ima
              #^^ yaml-colon-missing
  `);
});

test('lines that stand under a value are one fault', () => {
  check(`
    apiVersion: batch/v1
      kind: Job
      #^^^^^^^^ yaml-lines-too-far-right
      metadata:
        name: deadline
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
              - {name: c, image: busybox:1.36}
  `);
});
