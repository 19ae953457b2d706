import { jobController } from '../../../kubernetes/defaults/job.ts';
import { seconds } from '../values/durations.ts';
import { meaning, oneOf } from '../values/listed.ts';
import { tries, waves } from '../values/work.ts';
import type { FieldRecords } from './field-record.ts';
import { pages } from './pages.ts';

/** What a Job shall do. */
export const jobSpec: FieldRecords<'JobSpec'> = {
  activeDeadlineSeconds: {
    usual: true,
    goesWith: ['backoffLimit', 'suspend'],
    value: seconds,
    example: 'activeDeadlineSeconds: 600',
    page: `${pages.jobs}#job-termination-and-cleanup`,
  },
  backoffLimit: {
    goesWith: ['restartPolicy', 'podFailurePolicy', 'backoffLimitPerIndex'],
    value: tries,
    example: 'backoffLimit: 3',
    page: `${pages.jobs}#pod-backoff-failure-policy`,
  },
  backoffLimitPerIndex: {
    initial: 1,
    goesWith: ['completionMode: Indexed', 'maxFailedIndexes'],
    value: tries,
    example: 'completionMode: Indexed\ncompletions: 10\nbackoffLimitPerIndex: 1',
    page: `${pages.jobs}#backoff-limit-per-index`,
  },
  completionMode: {
    goesWith: ['completions', 'backoffLimitPerIndex', 'successPolicy'],
    value: meaning({ Indexed: 'value-completion-mode-Indexed', NonIndexed: 'value-completion-mode-NonIndexed' }),
    snippet: ' ${1|Indexed,NonIndexed|}$0',
    example: 'completionMode: Indexed\ncompletions: 5\nparallelism: 3',
    page: `${pages.jobs}#completion-mode`,
  },
  completions: {
    initial: 1,
    goesWith: ['parallelism', 'completionMode'],
    value: waves,
    example: 'completions: 5\nparallelism: 2',
    page: `${pages.jobs}#parallel-jobs`,
  },
  manualSelector: { goesWith: ['selector'], example: 'manualSelector: true', page: `${pages.jobs}#specifying-your-own-pod-selector` },
  maxFailedIndexes: {
    initial: 10,
    goesWith: ['backoffLimitPerIndex', 'completionMode: Indexed'],
    example: 'backoffLimitPerIndex: 1\nmaxFailedIndexes: 5',
    page: `${pages.jobs}#backoff-limit-per-index`,
  },
  parallelism: {
    goesWith: ['completions'],
    value: waves,
    example: 'completions: 5\nparallelism: 3',
    page: `${pages.jobs}#controlling-parallelism`,
  },
  podFailurePolicy: {
    goesWith: ['restartPolicy: Never', 'backoffLimit', 'podReplacementPolicy'],
    snippet:
      '\n  rules:\n    - action: ${1|FailJob,Ignore,Count,FailIndex|}\n      onExitCodes:\n        operator: ${2|In,NotIn|}\n        values: [${3:42}]$0',
    example: 'podFailurePolicy:\n  rules:\n    - action: FailJob\n      onExitCodes:\n        operator: In\n        values: [42]',
    page: `${pages.jobs}#pod-failure-policy`,
  },
  podReplacementPolicy: {
    goesWith: ['podFailurePolicy'],
    example: 'podReplacementPolicy: Failed',
    page: `${pages.jobs}#pod-replacement-policy`,
  },
  selector: {
    goesWith: ['manualSelector'],
    snippet: '\n  matchLabels:\n    ${1:app}: ${2:name}$0',
    example: 'manualSelector: true\nselector:\n  matchLabels:\n    app: import',
    page: `${pages.jobs}#specifying-your-own-pod-selector`,
  },
  suspend: { goesWith: ['activeDeadlineSeconds', 'template'], example: 'suspend: true', page: `${pages.jobs}#suspending-a-job` },
  template: {
    snippet:
      '\n  spec:\n    restartPolicy: ${1|Never,OnFailure|}\n    containers:\n      - name: ${2:main}\n        image: ${3:busybox:1.36}$0',
    example: 'template:\n  spec:\n    restartPolicy: Never\n    containers:\n      - name: main\n        image: busybox:1.36',
    page: `${pages.jobs}#pod-template`,
  },
  ttlSecondsAfterFinished: {
    value: seconds,
    example: 'ttlSecondsAfterFinished: 86400',
    page: `${pages.jobs}#ttl-mechanism-for-finished-jobs`,
  },
  managedBy: {
    value: oneOf(jobController),
    example: 'managedBy: example.com/queue',
    page: `${pages.jobs}#delegation-of-managing-a-job-object-to-external-controller`,
  },
  successPolicy: {
    goesWith: ['completionMode: Indexed', 'completions'],
    snippet: '\n  rules:\n    - succeededIndexes: ${1:0-2}\n      succeededCount: ${2:1}$0',
    example: 'successPolicy:\n  rules:\n    - succeededIndexes: 0-2\n      succeededCount: 2',
    page: `${pages.jobs}#success-policy`,
  },
  scheduling: { goesWith: ['parallelism'], example: 'scheduling:\n  schedulingPolicy:\n    gang:\n      minCount: 3', page: pages.jobs },
};
