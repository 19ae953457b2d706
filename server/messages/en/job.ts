import type { Message, MessageTable } from '../messages.ts';

const restartChoice =
  'set it to OnFailure (a failed container is restarted in its pod) or Never (a failed pod is kept and a new one takes its place)';

const choices: Message = (args) => `"${args['value']}" is not allowed here: use ${list(args['supported'])}.`;
const required =
  (name: string): Message =>
  (args) =>
    `${name} is needed: ${list(args['supported'])}.`;

export const job: MessageTable = {
  'number-negative': '{value} is less than 0: use 0 or more.',
  'duplicate-value': '{value} is already in this list: remove one of them.',
  'too-many-items': '{count} items are more than the {limit} allowed here.',
  'text-too-long': 'This text is {length} bytes long; at most {limit} are allowed.',
  'annotations-too-long': 'Keys and values of all annotations together may take {limit} bytes; these take {length}.',

  'metadata-name-missing': 'The object needs a name: set metadata.name, or metadata.generateName to have one made.',
  'metadata-generated-name': 'A name made of this, such as "{name}", would not be valid: use lower-case letters, digits, "-" and ".".',
  'owner-references-controllers': 'Another owner is the controller already: only one may have "controller: true".',
  'owner-reference-field-missing': 'An owner reference needs {field}.',
  'owner-reference-api-version': '"{value}" is not an API version: write it as group/version, or v1.',
  'owner-reference-event': 'An Event cannot own other objects.',
  'finalizers-conflict': 'The finalizers orphan and foregroundDeletion exclude each other: keep one.',
  'finalizer-without-domain': '"{value}" is not a finalizer that Kubernetes knows: put a domain before it, as in example.com/{value}.',

  'related-field': 'Because of {field}, which is set here.',
  'related-pod-failure-policy': 'podFailurePolicy is set here.',
  'related-no-backoff-limit-per-index': 'backoffLimitPerIndex is not set here.',

  'job-restart-policy-missing': `A Job needs a restartPolicy, because the default, Always, is not allowed: ${restartChoice}.`,
  'job-restart-policy': `restartPolicy "{value}" is not allowed in a Job: ${restartChoice}.`,
  'job-restart-policy-pod-failure-policy':
    'A podFailurePolicy judges failed pods, so containers may not be restarted in them: set restartPolicy to Never.',
  'job-managed-by-empty': 'managedBy may not be empty: name a controller, such as example.com/controller, or remove the field.',
  'job-completion-mode': choices,
  'job-completions-missing': 'An Indexed Job needs completions, the number of its indexes.',
  'job-backoff-limit-per-index-missing': 'maxFailedIndexes counts indexes that used up backoffLimitPerIndex: set that too.',
  'job-needs-indexed': '{field} works with indexes only: set completionMode to Indexed, or remove it.',
  'job-indexed-limit': '{value} is too much for an Indexed Job: {field} may be at most {limit}.',
  'job-max-failed-indexes-completions': 'maxFailedIndexes is {value}, but there are only {completions} indexes: use at most that.',
  'job-max-failed-indexes-missing':
    'With backoffLimitPerIndex and more than {limit} completions ({completions} here), maxFailedIndexes is needed: 10000 or less.',
  'job-many-completions-limit':
    '{value} is too much: with backoffLimitPerIndex and more than 100000 completions, {field} may be at most {limit}.',
  'job-pod-replacement-policy': choices,
  'job-pod-replacement-policy-failure-policy':
    '"{value}" does not go with a podFailurePolicy, which replaces pods only once they have failed: use Failed.',

  'pod-failure-policy-action-missing': required('An action'),
  'pod-failure-policy-action': choices,
  'pod-failure-policy-fail-index':
    'FailIndex counts failures per index: set backoffLimitPerIndex in an Indexed Job, or use another action.',
  'pod-failure-policy-rule-both': 'A rule looks at exit codes or at pod conditions, not at both: make two rules of it.',
  'pod-failure-policy-rule-neither': 'A rule needs something to look at: onExitCodes or onPodConditions.',
  'pod-failure-policy-operator-missing': required('An operator'),
  'pod-failure-policy-operator': choices,
  'pod-failure-policy-container': (args) =>
    `There is no container "${args['value']}" in the pod template: use ${list(args['containers'])}, or leave containerName out for all.`,
  'pod-failure-policy-values-missing': 'At least one exit code is needed.',
  'pod-failure-policy-values-order': 'Exit codes must be in increasing order.',
  'pod-failure-policy-exit-code-zero': '0 means success, so it never matches a failure: remove it, or use the operator NotIn.',
  'pod-failure-policy-status-missing': required('A status'),
  'pod-failure-policy-status': choices,

  'success-policy-rules-missing': 'A success policy needs at least one rule.',
  'success-policy-rule-empty': 'A rule needs succeededIndexes, succeededCount or both.',
  'success-policy-count-completions': 'succeededCount is {value}, but the Job has only {completions} completions.',
  'success-policy-count-indexes': 'succeededCount is {value}, but succeededIndexes lists only {listed}.',
  'indexes-fragment': '"{fragment}" has more than one "-": write an interval as first-last.',
  'indexes-number': '"{text}" is not a number: write indexes as in 0,2-4,7.',
  'indexes-too-large': 'Index {text} is too large: with {completions} completions the last index is one less.',
  'indexes-order': 'Indexes must increase: {current} may not follow {previous}.',

  'cron-job-schedule-missing': 'A CronJob needs a schedule, such as "*/15 * * * *".',
  'cron-job-concurrency-policy': choices,
  'cron-job-selector': "The selector of a CronJob's Jobs is always generated: remove it.",
  'cron-job-manual-selector': "A CronJob's Jobs always get a generated selector: remove manualSelector.",
};

function list(value: unknown): string {
  const items = Array.isArray(value) ? value.map(String) : [];
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
