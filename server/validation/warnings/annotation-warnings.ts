import { type FieldPath, key, nodePath } from '../../kubernetes/finding/field-path.ts';
import { type Finding, warning } from '../../kubernetes/finding/finding.ts';
import type { AppArmorProfile, Container, EphemeralContainer, PodSpec } from '../../kubernetes/generated/types.ts';
import { appArmorPrefix, seccompContainerPrefix, seccompPodKey } from '../../kubernetes/names/well-known-annotations.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { eachContainer } from '../pod/pod-context.ts';

type Annotations = Readonly<Record<string, string>>;

/** Annotations that do nothing any more, and the field to use. */
const oldAnnotations = [
  ['scheduler.alpha.kubernetes.io/critical-pod', 'priorityClassName'],
  ['security.alpha.kubernetes.io/sysctls', 'securityContext.sysctls'],
  ['security.alpha.kubernetes.io/unsafe-sysctls', 'securityContext.sysctls'],
] as const;

export function annotationWarnings(annotations: Annotations, spec: PodSpec, path: FieldPath, context: RuleContext): Finding[] {
  const seccompField = 'securityContext.seccompProfile';
  return [
    ...oldAnnotations.flatMap(([name, replacement]) => (name in annotations ? [unused(name, replacement, path)] : [])),
    ...(seccompPodKey in annotations && !spec.securityContext?.seccompProfile ? [unused(seccompPodKey, seccompField, path)] : []),
    ...eachContainer(spec, path, (container) => {
      const seccompKey = seccompContainerPrefix + (container.name ?? '');
      return [
        ...(seccompKey in annotations && !container.securityContext?.seccompProfile ? [unused(seccompKey, seccompField, path)] : []),
        ...appArmorWarnings(annotations, container, spec, path, context),
      ];
    }),
  ];
}

/** The AppArmor annotation still works, and is fine beside a field of the pod that says the same. */
function appArmorWarnings(
  annotations: Annotations,
  container: Container | EphemeralContainer,
  spec: PodSpec,
  path: FieldPath,
  { version }: RuleContext,
): Finding[] {
  const name = appArmorPrefix + (container.name ?? '');
  const annotation = annotations[name];
  const podProfile = spec.securityContext?.appArmorProfile;
  if (annotation === undefined || container.securityContext?.appArmorProfile || !atLeast(version, '1.30')) return [];
  if (podProfile && saysTheSame(annotation, podProfile)) return [];
  return [at(name, 'annotation-deprecated', 'securityContext.appArmorProfile', path)];
}

function saysTheSame(annotation: string, { type, localhostProfile }: AppArmorProfile): boolean {
  if (annotation === 'unconfined') return type === 'Unconfined' && localhostProfile === undefined;
  if (annotation === 'runtime/default') return type === 'RuntimeDefault' && localhostProfile === undefined;
  return type === 'Localhost' && localhostProfile !== '' && annotation === `localhost/${localhostProfile}`;
}

function unused(name: string, replacement: string, path: FieldPath): Finding {
  return at(name, 'annotation-unused', replacement, path);
}

function at(name: string, code: 'annotation-unused' | 'annotation-deprecated', replacement: string, path: FieldPath): Finding {
  const place = key(path, name);
  return warning(place, code, { args: { value: name, replacement }, at: { path: nodePath(place), part: 'key' } });
}
