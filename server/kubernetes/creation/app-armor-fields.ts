import type { AppArmorProfile, Container, ObjectMeta, PodSpec } from '../generated/types.ts';
import { appArmorPrefix } from '../names/well-known-annotations.ts';
import { type KubernetesVersion, minorOf } from '../versions.ts';

/**
 * What a pod's annotations say of AppArmor, in the fields that came with 1.30, where its containers say nothing there
 * (pkg/registry/core/pod/strategy.go applyAppArmorVersionSkew, 1.37). The server does so with pods, not with templates.
 */
export function withAppArmorFields(spec: PodSpec, { annotations = {} }: ObjectMeta, version: KubernetesVersion): PodSpec {
  const isTold = Object.keys(annotations).some((key) => key.startsWith(appArmorPrefix));
  if (!isTold || minorOf(version) < 30 || spec.os?.name === 'windows') return spec;
  const filled = <T extends Container>(container: T): T => {
    const profile = profileIn(annotations[`${appArmorPrefix}${container.name}`] ?? '');
    const { appArmorProfile: ofPod } = spec.securityContext ?? {};
    const isOfPod = profile?.type === ofPod?.type && profile?.localhostProfile === ofPod?.localhostProfile;
    if (!profile || isOfPod || container.securityContext?.appArmorProfile) return container;
    return { ...container, securityContext: { ...container.securityContext, appArmorProfile: profile } };
  };
  return {
    ...spec,
    ...(spec.containers ? { containers: spec.containers.map(filled) } : {}),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(filled) } : {}),
  };
}

/** The field that says the same; none for an annotation that says nothing that is known. */
function profileIn(annotation: string): AppArmorProfile | undefined {
  if (annotation === 'unconfined') return { type: 'Unconfined' };
  if (annotation === 'runtime/default') return { type: 'RuntimeDefault' };
  const localhostProfile = annotation.startsWith('localhost/') ? annotation.slice('localhost/'.length) : '';
  return localhostProfile === '' ? undefined : { type: 'Localhost', localhostProfile };
}
