import type { PodSpec } from '../../kubernetes/generated/types.ts';
import { podQuality } from '../../kubernetes/values/pod-quality.ts';
import type { Seconds } from '../engine/time.ts';
import { behaviourOf } from '../versions/behaviour.ts';
import { type DescribedPod, quantityLines, runningContainerLines } from './describe-containers.ts';
import { eventLines } from './describe-events.ts';
import { tolerationLines, topologyLines } from './describe-pod-template.ts';
import { volumeLines } from './describe-volumes.ts';
import { annotationLines, indented, labelLines, timeText } from './described-values.ts';
import { humanDuration } from './human-duration.ts';
import type { Moment, PodLine, PodObject } from './moment.ts';
import { sinceStamp } from './since-stamp.ts';
import { tabAligned } from './tab-aligned.ts';

/** What `kubectl describe pods` prints at the moment, or of the first pods of it: with events only where there is one pod. */
export function describePods(moment: Moment, most = Infinity): string {
  const { pods } = moment;
  if (pods.length === 0) return `No resources found in ${moment.namespace} namespace.\n`;
  return pods
    .slice(0, most)
    .map((pod) => describePod(moment, pod, pods.length === 1))
    .join('\n\n');
}

/** What `kubectl describe pod NAME` prints at the moment (kubectl pkg/describe/describe.go describePod, 0.37). */
export function describePod(moment: Moment, pod: PodLine, withEvents = true): string {
  const { object, node, ip } = pod;
  const { metadata, spec, initContainers, containers, conditions } = object;
  const described = describedPod(moment, pod);
  const owners = metadata.ownerReferences ?? [];
  return tabAligned([
    `Name:\t${pod.name}`,
    `Namespace:\t${moment.namespace}`,
    `Priority:\t${spec.priority ?? 0}`,
    ...named('Priority Class Name', spec.priorityClassName),
    ...named('Runtime Class Name', spec.runtimeClassName),
    ...named('Service Account', spec.serviceAccountName),
    `Node:\t${node === undefined ? '<none>' : `${node}/${object.hostIP ?? ''}`}`,
    ...(object.startTime === undefined ? [] : [`Start Time:\t${writeTime(moment, object.startTime)}`]),
    ...labelLines('Labels', metadata.labels),
    ...annotationLines('Annotations', metadata.annotations),
    ...statusLines(moment, object),
    ...named('Reason', object.reason),
    ...named('Message', object.message),
    ...seccompLines(spec),
    `IP:\t${ip ?? ''}`,
    ...(ip === undefined ? ['IPs:\t<none>'] : ['IPs:', indented(1, `IP:\t${ip}`)]),
    ...owners.map(({ kind = '', name = '' }) => `Controlled By:\t${kind}/${name}`),
    ...resourceLines(spec),
    ...(initContainers.length ? runningContainerLines('Init Containers', initContainers, described) : []),
    ...runningContainerLines('Containers', containers, described),
    ...gateLines(spec),
    ...(conditions.length ? ['Conditions:', indented(1, 'Type\tStatus')] : []),
    ...conditions.map(({ type, holds }) => indented(1, `${type} \t${holds ? 'True' : 'False'} `)),
    ...outermost(volumeLines(spec.volumes ?? [], described.behaviour)),
    `QoS Class:\t${podQuality(spec)}`,
    ...labelLines('Node-Selectors', spec.nodeSelector),
    ...outermost(tolerationLines(spec.tolerations ?? [])),
    ...outermost(topologyLines(spec.topologySpreadConstraints ?? [])),
    ...(withEvents ? eventLines(moment, 'Pod', pod.name) : []),
  ]);
}

function describedPod(moment: Moment, { name, object }: PodLine): DescribedPod {
  const fields: Readonly<Record<string, string | undefined>> = {
    'metadata.name': name,
    'metadata.namespace': moment.namespace,
    'metadata.uid': object.metadata.uid,
  };
  return {
    behaviour: behaviourOf(moment.version),
    time: (time) => writeTime(moment, time),
    fieldValue: (path) => fields[path] ?? '',
  };
}

function writeTime({ epoch }: Moment, time: Seconds): string {
  return timeText(new Date(epoch + time * 1000).toISOString());
}

function named(label: string, value: string | undefined): readonly string[] {
  return value ? [`${label}:\t${value}`] : [];
}

function statusLines(moment: Moment, { phase, deletion }: PodObject): readonly string[] {
  if (!deletion || phase === 'Failed' || phase === 'Succeeded') return [`Status:\t${phase}`];
  const lasts = humanDuration(sinceStamp(moment, deletion.at));
  return [`Status:\tTerminating (lasts ${lasts})`, `Termination Grace Period:\t${deletion.grace}s`];
}

function seccompLines({ securityContext }: PodSpec): readonly string[] {
  const profile = securityContext?.seccompProfile;
  if (!profile) return [];
  const local = profile.type === 'Localhost' ? [`LocalhostProfile:\t${profile.localhostProfile ?? ''}`] : [];
  return [`SeccompProfile:\t${profile.type ?? ''}`, ...local];
}

function resourceLines({ resources }: PodSpec): readonly string[] {
  if (!resources) return [];
  return ['Resources:', ...quantityLines(1, 'Limits:', resources.limits), ...quantityLines(1, 'Requests:', resources.requests)];
}

function gateLines({ readinessGates = [] }: PodSpec): readonly string[] {
  if (readinessGates.length === 0) return [];
  const gates = readinessGates.map(({ conditionType = '' }) => indented(1, `${conditionType} \t<none> `));
  return ['Readiness Gates:', indented(1, 'Type\tStatus'), ...gates];
}

/** Lines of a pod template, which stand further in, as those of a pod. */
function outermost(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^ {2}(?=\S|\t)/, '').replace(/^ {3}(?=\S)/, '  '));
}
