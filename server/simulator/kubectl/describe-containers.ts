import type { Container, ContainerPort, EnvFromSource, EnvVar, Quantity, ResourceFieldSelector } from '../../kubernetes/generated/types.ts';
import { type ExactQuantity, formatQuantity, parseQuantity, wholeUnits } from '../../kubernetes/values/quantity.ts';
import type { Seconds } from '../engine/time.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { compareText, indented, orNone, sortedEntries } from './described-values.ts';
import type { ContainerState, ContainerStatus, RunningContainer } from './moment.ts';
import { probeText } from './probe-text.ts';

/** The containers of a pod template under a heading. */
export function containerLines(heading: string, containers: readonly Container[], behaviour: Behaviour): readonly string[] {
  const title = indented(1, `${heading}:${containers.length ? '' : ' <none>'}`);
  return [title, ...containers.flatMap((spec) => [`   ${spec.name ?? ''}:`, ...oneContainer({ spec }, { behaviour })])];
}

/** What the lines of a running container need to know. */
export interface DescribedPod {
  readonly behaviour: Behaviour;
  /** Writes a time. */
  readonly time?: (time: Seconds) => string;
  /** The value of a field of the pod, for variables that are made of one. */
  readonly fieldValue?: (path: string) => string;
}

/** The same of a pod. */
export function runningContainerLines(heading: string, containers: readonly RunningContainer[], pod: DescribedPod): readonly string[] {
  const lines = containers.flatMap((one) => [indented(1, `${one.spec.name ?? ''}:`), ...oneContainer(one, pod)]);
  return [`${heading}:${containers.length ? '' : ' <none>'}`, ...lines];
}

function oneContainer({ spec: container, status }: RunningContainer, pod: DescribedPod): readonly string[] {
  const { image = '', command, args, resources, env = [], envFrom = [], volumeDevices = [] } = container;
  const { behaviour } = pod;
  return [
    ...(status ? [indented(2, `Container ID:\t${status.id}`)] : []),
    indented(2, `Image:\t${image}`),
    ...(status ? [indented(2, `Image ID:\t${status.imageId}`)] : []),
    ...portLines(container.ports ?? [], behaviour),
    ...seccompLines(container),
    ...wordLines('Command:', command),
    ...wordLines('Args:', args),
    ...(status ? statusLines(status, pod) : []),
    ...quantityLines(2, 'Limits:', resources?.limits),
    ...quantityLines(2, 'Requests:', resources?.requests),
    ...probeLines(container, behaviour),
    ...(envFrom.length ? [indented(2, 'Environment Variables from:'), ...envFrom.map(envFromLine)] : []),
    indented(2, env.length ? 'Environment:' : 'Environment:\t<none>'),
    ...env.flatMap((variable) => envLines(variable, container, pod)),
    ...mountLines(container),
    ...(volumeDevices.length ? [indented(2, container.volumeMounts?.length ? 'Devices:' : 'Devices:\t<none>')] : []),
    ...volumeDevices
      .toSorted((a, b) => compareText(a.devicePath ?? '', b.devicePath ?? ''))
      .map(({ devicePath, name: volume }) => indented(3, `${devicePath ?? ''} from ${volume ?? ''}`)),
  ];
}

function statusLines({ state, last, ready, restarts }: ContainerStatus, pod: DescribedPod): readonly string[] {
  return [
    ...stateLines('State', state, pod),
    ...(last ? stateLines('Last State', last, pod) : []),
    indented(2, `Ready:\t${ready ? 'True' : 'False'}`),
    indented(2, `Restart Count:\t${restarts}`),
  ];
}

/** A time that nobody knows is the beginning of Go's. */
const noTime = 'Mon, 01 Jan 0001 00:00:00 +0000';

function stateLines(title: string, state: ContainerState, { time = () => '' }: DescribedPod): readonly string[] {
  const written = (at: Seconds | undefined) => (at === undefined ? noTime : time(at));
  switch (state.kind) {
    case 'waiting':
      return [indented(2, `${title}:\tWaiting`), ...(state.reason ? [indented(3, `Reason:\t${state.reason}`)] : [])];
    case 'running':
      return [indented(2, `${title}:\tRunning`), indented(3, `Started:\t${written(state.startedAt)}`)];
    case 'terminated':
      return [
        indented(2, `${title}:\tTerminated`),
        ...(state.reason ? [indented(3, `Reason:\t${state.reason}`)] : []),
        ...(state.message ? [indented(3, `Message:\t${state.message}`)] : []),
        indented(3, `Exit Code:\t${state.exitCode}`),
        indented(3, `Started:\t${written(state.startedAt)}`),
        indented(3, `Finished:\t${written(state.finishedAt)}`),
      ];
  }
}

function portLines(ports: readonly ContainerPort[], behaviour: Behaviour): readonly string[] {
  const named = behaviour.has('describesPortNames');
  const listed = (number: (port: ContainerPort) => number) =>
    ports.map((port) => `${number(port)}/${port.protocol ?? ''}${named && port.name ? ` (${port.name})` : ''}`).join(', ');
  const line = (label: string, text: string) => indented(2, text.includes(',') ? `${label}s:\t${text}` : `${label}:\t${orNone(text)}`);
  return [
    line(
      'Port',
      listed(({ containerPort }) => containerPort ?? 0),
    ),
    line(
      'Host Port',
      listed(({ hostPort }) => hostPort ?? 0),
    ),
  ];
}

function seccompLines({ securityContext }: Container): readonly string[] {
  const profile = securityContext?.seccompProfile;
  if (!profile) return [];
  return [
    indented(2, `SeccompProfile:\t${profile.type ?? ''}`),
    ...(profile.type === 'Localhost' ? [indented(3, `LocalhostProfile:\t${profile.localhostProfile ?? ''}`)] : []),
  ];
}

function wordLines(heading: string, words: readonly string[] = []): readonly string[] {
  if (!words.length) return [];
  return [indented(2, heading), ...words.flatMap((word) => word.split('\n').map((line) => indented(3, line)))];
}

/** Amounts under a heading, which stands so far in. */
export function quantityLines(
  level: number,
  heading: string,
  quantities: Readonly<Record<string, Quantity>> | undefined,
): readonly string[] {
  const entries = sortedEntries(quantities);
  if (!entries.length) return [];
  return [indented(level, heading), ...entries.map(([name, value]) => indented(level + 1, `${name}:\t${canonical(value)}`))];
}

function canonical(value: Quantity): string {
  const quantity = parseQuantity(value);
  return quantity ? formatQuantity(quantity) : String(value);
}

function probeLines({ livenessProbe, readinessProbe, startupProbe }: Container, behaviour: Behaviour): readonly string[] {
  return [
    ...(livenessProbe ? [indented(2, `Liveness:\t${probeText(livenessProbe, behaviour)}`)] : []),
    ...(readinessProbe ? [indented(2, `Readiness:\t${probeText(readinessProbe, behaviour)}`)] : []),
    ...(startupProbe ? [indented(2, `Startup:\t${probeText(startupProbe, behaviour)}`)] : []),
  ];
}

function envFromLine({ configMapRef, secretRef, prefix }: EnvFromSource): string {
  const { name = '', optional = false } = configMapRef ?? secretRef ?? {};
  const secret = secretRef ? 'Secret' : '';
  const from = configMapRef ? 'ConfigMap' : secret;
  return indented(3, `${name}\t${from}${prefix ? ` with prefix '${prefix}'` : ''}\tOptional: ${optional}`);
}

function envLines({ name = '', value = '', valueFrom }: EnvVar, container: Container, pod: DescribedPod): readonly string[] {
  if (!valueFrom) return value.split('\n').map((line, at) => indented(3, `${at ? '' : `${name}:`}\t${line}`));
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom;
  if (fieldRef) {
    const { apiVersion = '', fieldPath = '' } = fieldRef;
    return [indented(3, `${name}:\t${pod.fieldValue?.(fieldPath) ?? ''} (${apiVersion}:${fieldPath})`)];
  }
  if (resourceFieldRef) return [indented(3, `${name}:\t${resourceText(resourceFieldRef, container)} (${resourceFieldRef.resource ?? ''})`)];
  const { key = '', name: source = '', optional = false } = secretKeyRef ?? configMapKeyRef ?? {};
  if (secretKeyRef) return [indented(3, `${name}:\t<set to the key '${key}' in secret '${source}'>\tOptional: ${optional}`)];
  if (configMapKeyRef) return [indented(3, `${name}:\t<set to the key '${key}' of config map '${source}'>\tOptional: ${optional}`)];
  return [];
}

/** The amount of a container's own limit or request in units of the divisor, rounded up; '' for an unknown resource. */
function resourceText({ resource = '', divisor }: ResourceFieldSelector, { resources }: Container): string {
  const [, kind, name = ''] = /^(limits|requests)\.(cpu|memory|ephemeral-storage|hugepages-.*)$/.exec(resource) ?? [];
  if (!kind) return '';
  const unit = name === 'cpu' ? thousandths : wholeUnits;
  const amount = parseQuantity((kind === 'limits' ? resources?.limits : resources?.requests)?.[name] ?? 0);
  const step = parseQuantity(divisor ?? 1);
  const units =
    amount && step
      ? Math.ceil(Number(unit(amount)) / Number(unit(step.nano === 0n ? { nano: 1_000_000_000n, format: 'decimal' } : step)))
      : 0;
  return units === 0 && (resource === 'limits.cpu' || resource === 'limits.memory') ? 'node allocatable' : String(units);
}

function thousandths({ nano, format }: ExactQuantity): bigint {
  return wholeUnits({ nano: nano * 1000n, format });
}

function mountLines({ volumeMounts = [] }: Container): readonly string[] {
  if (!volumeMounts.length) return [indented(2, 'Mounts:\t<none>')];
  const mounts = volumeMounts.toSorted((a, b) => compareText(a.mountPath ?? '', b.mountPath ?? ''));
  return [
    indented(2, 'Mounts:'),
    ...mounts.map(({ mountPath = '', name = '', readOnly, subPath }) => {
      const flags = `${readOnly ? 'ro' : 'rw'}${subPath ? `,path=${JSON.stringify(subPath)}` : ''}`;
      return indented(3, `${mountPath} from ${name} (${flags})`);
    }),
  ];
}
