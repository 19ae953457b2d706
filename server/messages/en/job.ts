import type { MessageTable } from '../table/message-table.ts';
import { either } from './pod/choices.ts';

const restartChoice =
  'set it to OnFailure (a failed container is restarted in its pod) or Never (a failed pod is kept and a new one takes its place)';

export type Choice = {
  readonly value: string;
  readonly supported: readonly string[];
};

/** A name that is no label: too long, or with a sign that none may have. */
export type LabelFault = {
  readonly value: string;
  readonly long: boolean;
  readonly length: number;
};

const choices = (args: Choice) => `"${args.value}" is not allowed here: use ${either(args.supported)}.`;
const required = (name: string) => (args: Pick<Choice, 'supported'>) => `${name} is needed: ${either(args.supported)}.`;

export const job = {
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

  'finalizers-while-deleting': 'The object is being deleted: no finalizer may be added ({added}).',
  'field-immutable': '{field} cannot be changed once the object exists: delete it and create it anew.',
  'job-completions-parallelism':
    'In an Indexed Job completions may change only together with parallelism, to the same number: {value} is not {parallelism}.',
  'job-template-immutable':
    'The pod template of a Job cannot be changed: create a new Job, or suspend this one first for what may change then.',
  'job-template-scheduling-only':
    'Of the pod template of a suspended Job only labels, annotations, node selector, node affinity, tolerations and scheduling gates may change.',
  'job-template-suspended-only':
    'Of the pod template of a suspended Job only container resources, node selector, node affinity, tolerations and scheduling gates may change, and its metadata.',

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

  'job-selector-missing':
    'With manualSelector the Job needs a selector: write one that matches the labels of its pod template, or remove manualSelector.',
  'job-selector-none': 'Without a selector the pods of this Job would not be found.',
  'job-selector-mismatch': 'The labels of the pod template do not match the selector.',
  'job-selector-not-generated': 'The selector is generated for each Job, and this one would not match it: remove it.',
  'job-name-label': (args: { label: string; name?: string }) =>
    args.name === undefined
      ? `The label ${args.label} is the Job's name, which is made when it is created: remove it.`
      : `The label ${args.label} must be the Job's name, "${args.name}": remove it and it is set for you.`,
  'job-generated-label': 'The label {label} ties the pods to the Job: leave it there, as {value}.',
  'job-controller-uid-label': 'Kubernetes sets the label {label} itself: remove it.',
  'job-name-as-pod-label': (args: LabelFault) => `The Job's pods get its name as a label, and ${labelFault(args)}.`,
  'job-name-as-own-label': (args: LabelFault) => `The Job has its labels from its pods, where its name is one, and ${labelFault(args)}.`,
  'job-inherited-label': 'The Job has no labels of its own and takes these: {label} is as wrong for it as for its pods.',
  'job-indexed-name':
    'The last pod would have the host name "{hostname}", which is no DNS label: use a shorter name of lower-case letters, digits and "-".',
  'job-many-indexes':
    'More than 100000 completions with a parallelism above 10000: Kubernetes may lose track of completed indexes when many fail.',
  'name-used-in-pods': 'Pods and their host names are made from this name: it should have at most 63 lower-case letters, digits and "-".',
  'owner-reference-repeated': 'This owner reference stands here twice: remove one.',

  'pod-failure-policy-action-missing': required('An action'),
  'pod-failure-policy-action': choices,
  'pod-failure-policy-fail-index':
    'FailIndex counts failures per index: set backoffLimitPerIndex in an Indexed Job, or use another action.',
  'pod-failure-policy-rule-both': 'A rule looks at exit codes or at pod conditions, not at both: make two rules of it.',
  'pod-failure-policy-rule-neither': 'A rule needs something to look at: onExitCodes or onPodConditions.',
  'pod-failure-policy-operator-missing': required('An operator'),
  'pod-failure-policy-operator': choices,
  'pod-failure-policy-container': (args: { value: string; containers: readonly string[] }) =>
    `There is no container "${args.value}" in the pod template: ${args.containers.length ? `use ${either(args.containers)}` : 'give one that name'}, or leave containerName out for all.`,
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
  'cron-job-schedule-time-zone': 'A schedule may not name a time zone: put it into timeZone and leave the five fields here.',
  'cron-job-two-time-zones': 'The schedule names a time zone and timeZone another: keep timeZone and take TZ out of the schedule.',
  'cron-job-time-zone-empty': 'timeZone may not be empty: name a zone such as Europe/Berlin, or remove the field.',
  'cron-job-time-zone-local': 'timeZone must name a zone such as Europe/Berlin; Local could mean any.',
  'cron-job-time-zone-unknown':
    'There is no time zone "{value}": use a name from the IANA list, such as Asia/Seoul, in its exact spelling.',
  'cron-job-name-length': 'This name has {length} characters; a CronJob may have {limit}, because its Jobs add a number to it.',
  'cron-job-concurrency-policy': choices,
  'cron-job-selector': "The selector of a CronJob's Jobs is always generated: remove it.",
  'cron-job-manual-selector': "A CronJob's Jobs always get a generated selector: remove manualSelector.",
} as const satisfies MessageTable;

function labelFault(args: LabelFault): string {
  return args.long
    ? `a label has at most 63 bytes, this name ${args.length}`
    : `"${args.value}" is no label: use letters, digits, "-", "_" and "."`;
}
