import { isDroppedLifecycle } from '../../kubernetes/creation/drop-disabled-fields.ts';
import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../kubernetes/finding/finding.ts';
import type { EphemeralContainer } from '../../kubernetes/generated/types.ts';
import { trimSpaces } from '../../kubernetes/values/go-spaces.ts';
import { each, forbidden } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';
import { validateContainer } from './containers.ts';
import type { PodContext } from './pod-context.ts';
import { dropsContainerRestart } from './restart-rules.ts';
import { keptMounts } from './volume-mounts.ts';

const forbiddenFields = [
  'ports',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
] as const;

/** Ephemeral containers are for pods that run; a template may have none, and the server still judges each. */
export function validateEphemeralContainers(path: FieldPath, context: PodContext): Finding[] {
  const { containers = [], initContainers = [], ephemeralContainers = [] } = context.spec;
  if (ephemeralContainers.length === 0) return [];
  const others = new Set([...containers, ...initContainers].map(({ name = '' }) => name));
  const names = new Set(others);
  return [
    ...each(ephemeralContainers, path, (container, at) => {
      const { name = '', image = '', targetContainerName: target } = container;
      const found = validateContainer(container, at, context);
      if (trimSpaces(image) !== image) found.push(bad(field(at, 'image'), 'Invalid', 'image-blanks', { args: { value: image } }));
      if (names.has(name)) found.push(bad(field(at, 'name'), 'Duplicate', 'container-name-twice', { args: { value: name } }));
      names.add(name);
      if (target && !others.has(target))
        found.push(bad(field(at, 'targetContainerName'), 'NotFound', 'target-container-unknown', { args: { value: target } }));
      return [...found, ...validateFields(container, at, context), ...validateMounts(container, field(at, 'volumeMounts'), context)];
    }),
    forbidden(path, 'ephemeral-containers-template'),
  ];
}

function validateFields(container: EphemeralContainer, path: FieldPath, { version }: PodContext): Finding[] {
  const dropped = new Set<string>([
    ...(isOn('InPlacePodVerticalScaling', version) ? [] : ['resizePolicy']),
    ...(dropsContainerRestart(version) ? ['restartPolicy', 'restartPolicyRules'] : []),
    ...(isDroppedLifecycle(container.lifecycle, version) ? ['lifecycle'] : []),
  ]);
  const { limits, requests, claims } = container.resources ?? {};
  const keptClaims = isOn('DynamicResourceAllocation', version) ? claims : undefined;
  return [
    ...forbiddenFields
      .filter((name) => container[name] !== undefined && !dropped.has(name))
      .map((name) => forbidden(field(path, name), 'ephemeral-container-field')),
    ...(limits || requests || keptClaims ? [forbidden(field(path, 'resources'), 'ephemeral-container-field')] : []),
  ];
}

function validateMounts(container: EphemeralContainer, path: FieldPath, context: PodContext): Finding[] {
  return keptMounts(container, path, context).flatMap(({ value: mount, path: at }) =>
    (['subPath', 'subPathExpr'] as const)
      .filter((name) => mount[name])
      .map((name) => forbidden(field(at, name), 'ephemeral-container-field')),
  );
}
