import { counted } from '../table/counted.ts';
import type { MessageTable, Quotation } from '../table/message-table.ts';

/** Of how many pods it is said. */
type OfPods = { readonly pods: number };
const inPods = ({ pods }: OfPods) => (pods === 1 ? 'one pod' : `${pods} pods`);

/** Why a Job of a cluster ended as it did, or does not end, and what nobody knows any more. */
export const explain = {
  'why-backoff-limit': 'Its pods failed, or restarted their containers, more often than backoffLimit ({limit}) allows.',
  'why-deadline': 'It was active longer than activeDeadlineSeconds ({seconds} s) allows, so its pods were stopped.',
  'why-policy': 'A rule of podFailurePolicy failed it: {message}',
  'why-condition': '{reason}: {message}',
  'why-suspended': 'It is suspended: nothing runs until somebody resumes it.',
  'why-pods-refused': 'The API server refuses its pods: {message}',
  'why-out-of-memory': (args: OfPods & { container: string; limit: string; code: number }) =>
    `Container ${args.container} needed more memory than ${args.limit ? `its limit of ${args.limit}` : 'there was'} and was killed (OOMKilled, exit code ${args.code}), in ${inPods(args)}: raise resources.limits.memory, or use less.`,
  'why-not-started': (args: OfPods & { container: string; code: number; message: Quotation }) =>
    `Container ${args.container} could not be started (exit code ${args.code}), in ${inPods(args)}: ${args.message.quoted}`,
  'why-exit': (args: OfPods & { container: string; code: number; meaning: string }) =>
    `Container ${args.container} ended with exit code ${args.code}, in ${inPods(args)}.${args.meaning ? ` ${args.meaning}` : ' Its own log says why.'}`,
  'why-evicted': (args: OfPods & { message: Quotation }) => `The node evicted ${inPods(args)}: ${args.message.quoted}`,
  'why-disrupted': (args: OfPods & { reason: string; message: Quotation }) =>
    `From outside ${inPods(args)} ${args.pods === 1 ? 'was' : 'were'} stopped (${args.reason}): ${args.message.quoted}`,
  'why-pod-deadline': (args: OfPods & { seconds: number }) =>
    `The kubelet stopped ${inPods(args)}, active for longer than the pod's own activeDeadlineSeconds (${args.seconds} s).`,
  'why-pod-reason': (args: OfPods & { reason: string; message: Quotation }) => `${args.reason}, of ${inPods(args)}: ${args.message.quoted}`,
  'why-image': (args: OfPods & { container: string; image: string; reason: string; message: Quotation }) =>
    `The image ${args.image} of container ${args.container} cannot be pulled (${args.reason}), in ${inPods(args)}: ${args.message.quoted}`,
  'why-waits': (args: OfPods & { container: string; reason: string; message: Quotation }) =>
    `Container ${args.container} waits (${args.reason}), in ${inPods(args)}: ${args.message.quoted}`,
  'why-unschedulable': (args: OfPods & { message: Quotation }) => `No node takes ${inPods(args)}: ${args.message.quoted}`,
  'why-mount': (args: OfPods & { message: Quotation }) => `A volume of ${inPods(args)} cannot be mounted: ${args.message.quoted}`,
  'why-probe': (args: OfPods & { message: Quotation }) => `A probe failed, of ${inPods(args)}: ${args.message.quoted}`,
  'why-restarted': (args: OfPods & { container: string }) =>
    `Container ${args.container} failed again and again, in ${inPods(args)}, and was started anew after ever longer waits.`,
  'why-deleted': (args: OfPods) => `Somebody deleted or evicted ${inPods(args)} before the end.`,
  'why-still-running': (args: OfPods) => `Still running: ${inPods(args)}.`,

  'unknown-pods': (args: { pods: number; names: readonly string[] }) =>
    `${counted(args.pods, 'pod is', 'pods are')} gone (${args.names.join(', ')}): how ${args.pods === 1 ? 'its containers' : 'their containers'} ended is known no more.`,
  'unknown-all-pods': 'The record holds none of its pods: ask for them as well (kubectl get jobs,pods,events -o json).',
  'unknown-all-events': 'The record holds no events about it: a cluster keeps them for an hour.',
  'unknown-old-events': 'Events are kept for an hour: those before {time} are gone.',
  'unknown-restarts': 'Of the {restarts} restarts of container {container} in pod {pod} only the last is told.',

  'explain-manifest': 'By the manifest alone: {outcome}',
  'explain-scenario': 'Played with the containers as they behaved: {outcome}',
  'explain-why': 'Why',
  'explain-unknown': 'Not in the record',
  'explain-happened': 'What happened',
  'explain-expected': 'What the simulation says',
  'explain-no-job': 'no Job in it: give the output of kubectl get jobs,pods,events -o json',
  'explain-manifest-alone':
    'Job {name} is a manifest, of which no cluster has told anything yet: give the output of kubectl get jobs,pods,events -o json, or simulate the manifest',
  'explain-no-such-job': 'no Job called {name} in it; there is {names}',
  'cluster-not-trusted': 'Nothing is run in a workspace that is not trusted.',
  'cluster-no-kubectl': 'kubectl was not found. Install it, put it on PATH, or name it in kubejob.kubectl.path.',
  'cluster-too-long': 'kubectl was stopped: no answer for 60 s.',
  'cluster-too-much': 'kubectl was stopped: it printed more than 20 MB.',
  'cluster-cancelled': 'kubectl was stopped.',
  'cluster-no-namespace': '"{name}" cannot be the name of a namespace.',
  'cluster-no-version': 'The cluster did not say its version.',
  'cluster-refused': ({ words }: { words: string }) => `kubectl: ${words}`,
} as const satisfies MessageTable;
