import { onceIn } from '../../plain/once-per.ts';
import type { Container, EnvFromSource, EnvVar, PodSpec, Volume, VolumeProjection } from '../generated/types.ts';

/** Another object that a pod names. */
export interface Reference {
  readonly kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount' | 'PriorityClass' | 'RuntimeClass';
  readonly name: string;
  /** The pod does without it, and without its keys. */
  readonly optional: boolean;
  /** The keys of its data that are asked for by name. */
  readonly keys: readonly string[];
}

/** What the pod names, in the order of its spec, the same object as often as it is named; what names nothing is left out. */
export const podReferences: (pod: PodSpec) => readonly Reference[] = onceIn(
  (pod) => pod,
  (pod) => {
    const { serviceAccountName, priorityClassName, runtimeClassName, initContainers = [], containers = [], volumes = [] } = pod;
    return [
      ...needed('ServiceAccount', serviceAccountName === 'default' ? undefined : serviceAccountName),
      ...needed('PriorityClass', priorityClassName?.startsWith('system-') ? undefined : priorityClassName),
      ...needed('RuntimeClass', runtimeClassName),
      ...volumes.flatMap(volumeReferences),
      ...[...initContainers, ...containers].flatMap(containerReferences),
    ];
  },
);

/** What the variables of a container come from, in the order in which the kubelet asks for it (pkg/kubelet/kubelet_pods.go, 1.37). */
export function containerReferences({ envFrom = [], env = [] }: Container): readonly Reference[] {
  return [...envFrom.flatMap(sourceReferences), ...env.flatMap(variableReferences)];
}

/** What a volume is made of; without it the volume cannot be mounted. */
export function volumeReferences({ configMap, secret, persistentVolumeClaim, projected }: Volume): readonly Reference[] {
  return [
    ...(configMap ? reference('ConfigMap', configMap.name, configMap.optional, keysOf(configMap.items)) : []),
    ...(secret ? reference('Secret', secret.secretName, secret.optional, keysOf(secret.items)) : []),
    ...needed('PersistentVolumeClaim', persistentVolumeClaim?.claimName),
    ...(projected?.sources ?? []).flatMap(projectionReferences),
  ];
}

function projectionReferences({ configMap, secret }: VolumeProjection): readonly Reference[] {
  return [
    ...(secret ? reference('Secret', secret.name, secret.optional, keysOf(secret.items)) : []),
    ...(configMap ? reference('ConfigMap', configMap.name, configMap.optional, keysOf(configMap.items)) : []),
  ];
}

function sourceReferences({ configMapRef, secretRef }: EnvFromSource): readonly Reference[] {
  return [
    ...(configMapRef ? reference('ConfigMap', configMapRef.name, configMapRef.optional) : []),
    ...(secretRef ? reference('Secret', secretRef.name, secretRef.optional) : []),
  ];
}

function variableReferences({ valueFrom }: EnvVar): readonly Reference[] {
  const { configMapKeyRef, secretKeyRef } = valueFrom ?? {};
  return [
    ...(configMapKeyRef ? reference('ConfigMap', configMapKeyRef.name, configMapKeyRef.optional, keysOf([configMapKeyRef])) : []),
    ...(secretKeyRef ? reference('Secret', secretKeyRef.name, secretKeyRef.optional, keysOf([secretKeyRef])) : []),
  ];
}

function needed(kind: Reference['kind'], name: string | undefined): readonly Reference[] {
  return reference(kind, name, false);
}

function reference(
  kind: Reference['kind'],
  name: string | undefined,
  optional: boolean | undefined,
  keys: readonly string[] = [],
): readonly Reference[] {
  return name ? [{ kind, name, optional: optional === true, keys }] : [];
}

function keysOf(named: readonly { readonly key?: string }[] = []): readonly string[] {
  return named.flatMap(({ key }) => key ?? []);
}
