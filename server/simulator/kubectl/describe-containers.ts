import type { Container, ContainerPort, EnvFromSource, EnvVar, Quantity, ResourceFieldSelector } from '../../kubernetes/generated/types.ts';
import { type ExactQuantity, formatQuantity, parseQuantity, wholeUnits } from '../../kubernetes/values/quantity.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { compareText, indented, orNone, sortedEntries } from './described-values.ts';
import { probeText } from './probe-text.ts';

/** The containers of a pod template under a heading. */
export function containerLines(heading: string, containers: readonly Container[], behaviour: Behaviour): readonly string[] {
  const title = indented(1, `${heading}:${containers.length ? '' : ' <none>'}`);
  return [title, ...containers.flatMap((container) => oneContainer(container, behaviour))];
}

function oneContainer(container: Container, behaviour: Behaviour): readonly string[] {
  const { name = '', image = '', command, args, resources, env = [], envFrom = [], volumeDevices = [] } = container;
  return [
    `   ${name}:`,
    indented(2, `Image:\t${image}`),
    ...portLines(container.ports ?? [], behaviour),
    ...seccompLines(container),
    ...wordLines('Command:', command),
    ...wordLines('Args:', args),
    ...quantityLines('Limits:', resources?.limits),
    ...quantityLines('Requests:', resources?.requests),
    ...probeLines(container, behaviour),
    ...(envFrom.length ? [indented(2, 'Environment Variables from:'), ...envFrom.map(envFromLine)] : []),
    indented(2, env.length ? 'Environment:' : 'Environment:\t<none>'),
    ...env.flatMap((variable) => envLines(variable, container)),
    ...mountLines(container),
    ...(volumeDevices.length ? [indented(2, container.volumeMounts?.length ? 'Devices:' : 'Devices:\t<none>')] : []),
    ...volumeDevices
      .toSorted((a, b) => compareText(a.devicePath ?? '', b.devicePath ?? ''))
      .map(({ devicePath, name: volume }) => indented(3, `${devicePath ?? ''} from ${volume ?? ''}`)),
  ];
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

function quantityLines(heading: string, quantities: Readonly<Record<string, Quantity>> | undefined): readonly string[] {
  const entries = sortedEntries(quantities);
  if (!entries.length) return [];
  return [indented(2, heading), ...entries.map(([name, value]) => indented(3, `${name}:\t${canonical(value)}`))];
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

function envLines({ name = '', value = '', valueFrom }: EnvVar, container: Container): readonly string[] {
  if (!valueFrom) return value.split('\n').map((line, at) => indented(3, `${at ? '' : `${name}:`}\t${line}`));
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom;
  if (fieldRef) return [indented(3, `${name}:\t (${fieldRef.apiVersion ?? ''}:${fieldRef.fieldPath ?? ''})`)];
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
