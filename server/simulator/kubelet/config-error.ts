import type { Container } from '../objects/container.ts';
import { nameOfPod, type Pod } from '../objects/objects.ts';
import { type Text, textWithName } from '../objects/text.ts';

/**
 * Why a container cannot be created, as far as the manifest tells what can be wrong with it (pkg/kubelet/kubelet_pods.go
 * makeEnvironmentVariables, pkg/kuberuntime/security_context_others.go verifyRunAsNonRoot, 1.37).
 */
export function configError(pod: Pod, { plan }: Container): Text {
  const { envFrom = [], env = [], securityContext } = plan.spec;
  const nonRoot = securityContext?.runAsNonRoot ?? pod.plan.spec.securityContext?.runAsNonRoot;
  const user = securityContext?.runAsUser ?? pod.plan.spec.securityContext?.runAsUser;
  if (nonRoot === true && (user === undefined || user === 0)) {
    const name = { ...nameOfPod(pod), kind: 'full-pod' } as const;
    const what = user === 0 ? "container's runAsUser breaks non-root policy" : 'container has runAsNonRoot and image will run as root';
    return textWithName(`${what} (pod: "`, name, `", container: ${plan.name})`);
  }
  const configMaps = [...envFrom.map(({ configMapRef }) => configMapRef), ...env.map(({ valueFrom }) => valueFrom?.configMapKeyRef)];
  const secrets = [...envFrom.map(({ secretRef }) => secretRef), ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef)];
  const missing = (references: readonly ({ readonly name?: string; readonly optional?: boolean } | undefined)[]) =>
    references.find((reference) => reference && reference.optional !== true)?.name;
  const configMap = missing(configMaps);
  if (configMap !== undefined) return `configmap "${configMap}" not found`;
  return `secret "${missing(secrets) ?? 'unknown'}" not found`;
}
