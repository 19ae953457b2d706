import { exitCode } from '../values/exit-codes.ts';
import { explained, oneOf } from '../values/listed.ts';
import { referenceTo } from '../values/names.ts';
import type { FieldRecords } from './field-record.ts';
import { pages } from './pages.ts';

/** What the failure of a pod means. */
export const podFailurePolicy: FieldRecords<'PodFailurePolicy'> = {
  rules: {
    snippet: '\n  - action: ${1|FailJob,Ignore,Count,FailIndex|}\n    $0',
    example: 'rules:\n  - action: Ignore\n    onPodConditions:\n      - type: DisruptionTarget',
    page: `${pages.jobs}#pod-failure-policy`,
  },
};

export const podFailurePolicyRule: FieldRecords<'PodFailurePolicyRule'> = {
  action: {
    value: explained({
      FailJob: 'value-action-FailJob',
      FailIndex: 'value-action-FailIndex',
      Ignore: 'value-action-Ignore',
      Count: 'value-action-Count',
    }),
    example: 'action: FailJob',
    page: `${pages.jobs}#pod-failure-policy`,
  },
  onExitCodes: {
    goesWith: ['action'],
    snippet: '\n  operator: ${1|In,NotIn|}\n  values: [${2:1}]$0',
    example: 'onExitCodes:\n  containerName: main\n  operator: In\n  values: [1, 42]',
    page: `${pages.jobs}#pod-failure-policy`,
  },
  onPodConditions: {
    goesWith: ['action'],
    snippet: '\n  - type: ${1:DisruptionTarget}$0',
    example: 'onPodConditions:\n  - type: DisruptionTarget',
    page: `${pages.jobs}#pod-failure-policy`,
  },
};

export const podFailurePolicyOnExitCodesRequirement: FieldRecords<'PodFailurePolicyOnExitCodesRequirement'> = {
  containerName: { value: referenceTo('container'), example: 'containerName: main' },
  operator: { goesWith: ['values'], value: oneOf('In', 'NotIn'), example: 'operator: In' },
  values: { goesWith: ['operator'], value: exitCode, snippet: ' [${1:1}]$0', example: 'values: [1, 42, 137]' },
};

export const podFailurePolicyOnPodConditionsPattern: FieldRecords<'PodFailurePolicyOnPodConditionsPattern'> = {
  status: {
    goesWith: ['type'],
    value: { choices: () => ['True', 'False', 'Unknown'].map((value) => ({ value, quoted: value !== 'Unknown' })) },
    example: 'status: "True"',
  },
  type: { goesWith: ['status'], value: oneOf('DisruptionTarget', 'ConfigIssue'), example: 'type: DisruptionTarget' },
};
