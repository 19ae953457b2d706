import { type Cases, job, policy } from '../advised.ts';

export const cases: Cases = {
  called: [
    [
      policy(
        '{action: Ignore, onExitCodes: {operator: NotIn, values: [1]}}',
        '{action: FailJob, onExitCodes: {operator: In, values: [2, 3]}}',
      ),
      '{action: FailJob, onExitCodes: {operator: In, values: [2, 3]}}',
      'Rule 1 never applies, as rule 0',
    ],
    [
      policy('{action: FailJob, onExitCodes: {operator: In, values: [256, 300]}}'),
      '{action: FailJob, onExitCodes: {operator: In, values: [256, 300]}}',
      'codes from 1 to 255',
    ],
    [
      policy(
        '{action: Ignore, onPodConditions: [{type: DisruptionTarget}, {type: X}]}',
        '{action: Count, onPodConditions: [{type: X, status: "True"}]}',
      ),
      '{action: Count, onPodConditions: [{type: X, status: "True"}]}',
      'as rule 0 takes all',
    ],
  ],
  silent: [
    policy(
      '{action: Ignore, onExitCodes: {containerName: main, operator: In, values: [1]}}',
      '{action: FailJob, onExitCodes: {operator: In, values: [1]}}',
    ),
    policy('{action: Ignore, onExitCodes: {operator: In, values: [1]}}', '{action: FailJob, onExitCodes: {operator: In, values: [1, 2]}}'),
    policy('{action: Ignore, onPodConditions: [{type: X}]}', '{action: FailJob, onExitCodes: {operator: In, values: [1]}}'),
    job('podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [300]}}]}', 'os: {name: windows}'),
  ],
};
