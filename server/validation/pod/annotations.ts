import { type FieldPath, field, key, shownAs } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { AppArmorProfile, PodSpec, PodTemplateSpec, SeccompProfile, Toleration } from '../../kubernetes/generated/types.ts';
import { appArmorPrefix, seccompContainerPrefix, seccompPodKey } from '../../kubernetes/names/well-known-annotations.ts';
import { atLeast, type KubernetesVersion } from '../../kubernetes/versions.ts';
import { forbidden } from './checks/checks.ts';
import { descendingPath } from './checks/file-paths.ts';
import { allContainers, eachContainer } from './pod-context.ts';
import { validateTolerations } from './tolerations.ts';

type Annotations = Readonly<Record<string, string>>;

const mirrorKey = 'kubernetes.io/config.mirror';
const tolerationsKey = 'scheduler.alpha.kubernetes.io/tolerations';
const deletionCostKey = 'controller.kubernetes.io/pod-deletion-cost';

/** Annotations that mean something to Kubernetes; `path` is that of the annotations. */
export function validatePodAnnotations(annotations: Annotations, spec: PodSpec, path: FieldPath): Finding[] {
  const mirror = annotations[mirrorKey];
  const cost = annotations[deletionCostKey];
  return [
    ...(mirror !== undefined && !spec.nodeName ? [bad(key(path, mirrorKey), 'Invalid', 'annotation-mirror')] : []),
    ...validateTolerationsAnnotation(annotations[tolerationsKey] ?? '', path),
    ...(cost !== undefined && !isDeletionCost(cost)
      ? [bad(key(path, deletionCostKey), 'Invalid', 'annotation-deletion-cost', { args: { value: cost } })]
      : []),
    ...Object.entries(annotations).flatMap(([name, value]) => [
      ...(name === seccompPodKey || name.startsWith(seccompContainerPrefix)
        ? validateSeccomp(value, shownAs(field(path, name), key(path, name)))
        : []),
      ...(name.startsWith(appArmorPrefix) ? validateAppArmor(name.slice(appArmorPrefix.length), value, spec, key(path, name)) : []),
    ]),
  ];
}

/** A whole number of 32 bits, without a plus or zeros in front. */
function isDeletionCost(text: string): boolean {
  return /^(-[0-9]+|0|[1-9][0-9]*)$/.test(text) && BigInt.asIntN(32, BigInt(text)) === BigInt(text);
}

/** Tolerations as JSON, from before there was a field; the server spells its own field names there without regard to case. */
function validateTolerationsAnnotation(text: string, path: FieldPath): Finding[] {
  if (text === '') return [];
  const tolerations = readTolerations(text);
  const node = key(path, tolerationsKey);
  if (!tolerations) return [bad(shownAs(path, node), 'Invalid', 'annotation-tolerations')];
  return validateTolerations(tolerations, shownAs(field(path, tolerationsKey), node));
}

function readTolerations(text: string): readonly Toleration[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const tolerations = value.map(readToleration);
  return tolerations.every((toleration) => toleration !== undefined) ? tolerations : undefined;
}

function readToleration(value: unknown): Toleration | undefined {
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  const fields = new Map(Object.entries(value).map(([name, content]: [string, unknown]) => [name.toLowerCase(), content ?? undefined]));
  const texts = ['key', 'operator', 'value', 'effect'].map((name) => [name, fields.get(name) ?? ''] as const);
  const seconds = fields.get('tolerationseconds');
  const integer = seconds === undefined || (typeof seconds === 'number' && Number.isInteger(seconds));
  if (!integer || texts.some(([, content]) => typeof content !== 'string')) return undefined;
  const toleration: Toleration = Object.fromEntries(texts);
  return typeof seconds === 'number' ? { ...toleration, tolerationSeconds: seconds } : toleration;
}

function validateSeccomp(profile: string, path: FieldPath): Finding[] {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return [];
  if (profile.startsWith('localhost/')) return descendingPath(profile.slice('localhost/'.length), path);
  return [bad(path, 'Invalid', 'annotation-profile', { args: { value: profile } })];
}

function validateAppArmor(name: string, profile: string, spec: PodSpec, path: FieldPath): Finding[] {
  const known = allContainers(spec, path).some(({ container }) => (container.name ?? '') === name);
  const fine = ['', 'runtime/default', 'unconfined'].includes(profile) || profile.startsWith('localhost/');
  return [
    ...(known ? [] : [misplaced(path, 'Invalid', 'annotation-container-unknown', { args: { value: name } })]),
    ...(fine ? [] : [bad(path, 'Invalid', 'annotation-profile', { args: { value: profile } })]),
  ];
}

/** Where an old annotation and the field that replaced it both stand, they must say the same. */
export function validateAnnotationsMatchFields(template: PodTemplateSpec, path: FieldPath, version: KubernetesVersion): Finding[] {
  const annotations = template.metadata?.annotations ?? {};
  const spec = template.spec ?? {};
  const podSecurity = field(path, 'securityContext');
  return [
    ...validateSeccompMatches(annotations[seccompPodKey], spec.securityContext?.seccompProfile, field(podSecurity, 'seccompProfile')),
    ...eachContainer(spec, path, ({ name = '', securityContext }, at) =>
      validateSeccompMatches(
        annotations[seccompContainerPrefix + name],
        securityContext?.seccompProfile,
        field(at, 'securityContext', 'seccompProfile'),
      ),
    ),
    ...(spec.os?.name === 'windows' || !atLeast(version, '1.30')
      ? []
      : eachContainer(spec, path, ({ name = '', securityContext }, at) => {
          const profile = securityContext?.appArmorProfile ?? spec.securityContext?.appArmorProfile;
          return validateMatch(annotations[appArmorPrefix + name], profile, field(at, 'securityContext', 'appArmorProfile'), [
            'runtime/default',
          ]);
        })),
  ];
}

function validateSeccompMatches(annotation: string | undefined, profile: SeccompProfile | undefined, path: FieldPath): Finding[] {
  return validateMatch(annotation, profile, path, ['runtime/default', 'docker/default']);
}

function validateMatch(
  annotation: string | undefined,
  profile: SeccompProfile | AppArmorProfile | undefined,
  path: FieldPath,
  runtimeDefaults: readonly string[],
): Finding[] {
  if (annotation === undefined || !profile) return [];
  const differs = (name: string) => [forbidden(field(path, name), 'annotation-differs')];
  switch (profile.type) {
    case 'Unconfined':
      return annotation === 'unconfined' ? [] : differs('type');
    case 'RuntimeDefault':
      return runtimeDefaults.includes(annotation) ? [] : differs('type');
    case 'Localhost':
      if (!annotation.startsWith('localhost/')) return differs('type');
      return annotation.slice('localhost/'.length) === profile.localhostProfile ? [] : differs('localhostProfile');
    default:
      return [];
  }
}
