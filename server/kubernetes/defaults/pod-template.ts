import type { PodSpec, PodTemplateSpec } from '../generated/types.ts';
import { oncePerVersion } from '../once-per-version.ts';
import type { KubernetesVersion } from '../versions.ts';
import { setContainerDefaults } from './container.ts';
import { roundQuantities, setResourceDefaults } from './resources.ts';
import { setVolumeDefaults } from './volume.ts';

/** Seconds that containers get to end unless the pod says otherwise. */
export const defaultGracePeriod = 30;

/** Seconds that a container has left at least where a hook, or containers before it, used up that time (pkg/kubelet/kuberuntime, 1.37). */
export const leastGracePeriod = 2;

/** Defaults of a pod template (pkg/apis/core/v1/defaults.go, 1.37): fewer than a Pod itself gets. Of one template they are one object. */
export const setPodTemplateDefaults = oncePerVersion(
  (template: PodTemplateSpec, version: KubernetesVersion): PodTemplateSpec => ({
    metadata: {},
    ...template,
    spec: setPodSpecDefaults(template.spec ?? {}, version),
  }),
);

function setPodSpecDefaults(spec: PodSpec, version: KubernetesVersion): PodSpec {
  const serviceAccountName = spec.serviceAccountName || spec.serviceAccount;
  return {
    securityContext: {},
    terminationGracePeriodSeconds: defaultGracePeriod,
    ...spec,
    dnsPolicy: spec.dnsPolicy || 'ClusterFirst',
    restartPolicy: spec.restartPolicy || 'Always',
    schedulerName: spec.schedulerName || 'default-scheduler',
    ...(serviceAccountName ? { serviceAccountName, serviceAccount: serviceAccountName } : {}),
    ...(spec.volumes ? { volumes: spec.volumes.map((volume) => setVolumeDefaults(volume, version)) } : {}),
    ...(spec.containers ? { containers: spec.containers.map(setContainerDefaults) } : {}),
    ...(spec.initContainers ? { initContainers: spec.initContainers.map(setContainerDefaults) } : {}),
    ...(spec.ephemeralContainers ? { ephemeralContainers: spec.ephemeralContainers.map(setContainerDefaults) } : {}),
    ...(spec.overhead ? { overhead: roundQuantities(spec.overhead) } : {}),
    ...(spec.resources ? { resources: setResourceDefaults(spec.resources) } : {}),
  };
}
