import type { MessageTable } from '../table/message-table.ts';

type FailureAction = 'Ignore' | 'Count' | 'FailIndex' | 'FailJob';

const failureActions: Readonly<Record<FailureAction, string>> = {
  Ignore: 'it does not count as a failure',
  Count: 'it counts as a failure',
  FailIndex: 'its index is not tried again',
  FailJob: 'the Job fails',
};

/** Why things happened in a simulation, what it takes for granted, and why an edit during it was refused. */
export const simulation = {
  'trace-created': 'Created: {succeeded} succeeded so far, and more pods may run.',
  'trace-created-retry': 'Created to try again: {failed} failed and {succeeded} succeeded so far.',
  'trace-pod-refused': 'The API server refuses a pod, as the event FailedCreate says. The Job is tried again, later after each refusal.',
  'trace-waits-after-failures': ({ failures, seconds, whole }: { failures: number; seconds: number; whole: number }) =>
    `No new pods for ${seconds} s: the back-off is ${whole} s after ${failures === 1 ? 'one failure' : `${failures} failures`} since the last success.`,
  'trace-index-waits': 'The next index is tried again in {seconds} s: its back-off is {whole} s after its failures.',
  'trace-restart-waits': 'Container {container} waits {seconds} s before it restarts: its back-off is {whole} s.',
  'trace-restart-all': 'A restart rule starts all containers of the pod again.',
  'trace-waits-for-room': 'Waits for room in the cluster.',
  'trace-scheduling-gated': 'Is not scheduled: it has scheduling gates, and somebody has to remove them.',
  'trace-probe-failed': 'The {probe} probe of container {container} failed {failures} times in a row: the container is stopped.',
  'trace-pod-deadline': 'Stopped: the pod was active for {seconds} s, as long as its own activeDeadlineSeconds allows.',
  'trace-failure-rule': ({ rule, action }: { rule: number; action: FailureAction }) =>
    `Its failure matches podFailurePolicy.rules[${rule}] (${action}): ${failureActions[action]}.`,
  'trace-deleted-surplus': 'Deleted: more pods ran than are wanted now.',
  'trace-deleted-suspended': 'Deleted because the Job was suspended; it does not count as failed.',
  'trace-deleted-job-ends': 'Deleted because the Job is at its end: {reason}.',
  'trace-node-gone': 'Failed: its node {node} is gone.',
  'trace-ttl-over': 'The finished Job is deleted with its pods: {seconds} s are over (ttlSecondsAfterFinished).',
  'trace-scheduled': 'Job {job} starts for {time}.',
  'trace-forbidden': 'No Job for {time} yet: another one is running and concurrencyPolicy is Forbid.',
  'trace-too-late': 'No Job for {time}: startingDeadlineSeconds has passed.',
  'trace-replaced': 'Job {job} is deleted for the next one: concurrencyPolicy is Replace.',
  'trace-history-full': 'Job {job} is deleted: the history keeps no more finished Jobs.',
  'assumed-queue-admits': 'Kueue keeps the Job suspended until the queue `{queue}` admits it: assumed to be admitted at once',
  'assumed-queue-waits':
    'Kueue keeps the Job suspended until the queue `{queue}` admits it, which is not played: an action of a scenario can set suspend to false',
  'assumed-start': 'containers start {seconds} s after their pod was given a node, whatever the image',
  'assumed-stop-ignores': (args: { container: string; grace: number }) =>
    `\`${args.container}\` ends at once on SIGTERM, exit code 143, as the scenario says how it runs and not how it stops; by its command it would go on until SIGKILL: \`stop: {after: ${args.grace}, exit: 137}\``,
  'assumed-stop-handles':
    '`{container}` ends at once on SIGTERM, exit code 143, as the scenario says how it runs and not how it stops; its script answers SIGTERM in another way, which `stop` can say',
  'assumed-nodes': 'some node has the labels that nodeSelector or node affinity asks for',
  'assumed-objects': 'these exist, as the pods name them and the file does not make them: {objects}',
  'assumed-readiness-gates': 'nobody sets the conditions of the readiness gates: no pod ever counts as ready',
  'not-simulated-refused': 'The API server would not accept this: there is nothing to simulate or to describe until it is mended.',
  'not-simulated-patch': 'This file is a patch: simulate the manifest that it patches, or what `kustomize build` makes of both.',
  'not-simulated-template': 'This is a template: simulate what it renders, such as the output of `helm template`.',
  'not-simulated-unbuilt': 'With the values and files in force nothing is made of this: there is nothing to simulate.',
  'not-simulated-unreadable': 'This cannot be read as it stands: what is marked has to be mended first.',
  'not-simulated-scenario': 'The scenario cannot be played: what is marked has to be mended first.',
  'not-simulated-nothing': 'There is no Job or CronJob in it.',
  'not-simulated-no-such': 'There is no Job or CronJob called {name} in it; there is {names}.',
  'simulation-failed': 'The simulation failed; the output says why.',
  'edited-object-gone': 'The object does not exist any more: edit it before it is deleted.',
  'action-pod-gone': 'Pod #{pod} does not exist any more then.',
  'action-pod-to-come': 'Pod #{pod} does not exist yet; pods created until then: {count}.',
  'action-container-idle': 'No process of container `{container}` of pod #{pod} runs then that could be killed.',
} as const satisfies MessageTable;
