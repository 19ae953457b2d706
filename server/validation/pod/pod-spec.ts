import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { PodSpec } from '../../kubernetes/generated/types.ts';
import { dnsLabelProblems, dnsSubdomainProblems, nameFindings } from '../../kubernetes/names/name-problems.ts';
import type { RuleContext } from '../context.ts';
import { validateLabels } from '../metadata/labels.ts';
import { validateAffinity } from './affinity.ts';
import { inRange, optionalName, requiredChoice } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';
import { validateContainers, validateInitContainers } from './containers.ts';
import { validateDNS, validateHostAliases } from './dns.ts';
import { validateEphemeralContainers } from './ephemeral-containers.ts';
import { validateFileKeyRefs } from './file-key-refs.ts';
import { validateHostnameOverride, validateHostUsers, validateProcessNamespace } from './host-fields.ts';
import type { PodContext } from './pod-context.ts';
import { validateOS } from './pod-os.ts';
import { validatePodResources } from './pod-resources.ts';
import { validateHostNetworkPorts } from './ports.ts';
import { validateOverhead } from './resources.ts';
import { validateReadinessGates, validateResourceClaims, validateSchedulingGates } from './scheduling.ts';
import { validatePodSecurityContext } from './security-context.ts';
import { validateTolerations } from './tolerations.ts';
import { validateTopologySpread } from './topology-spread.ts';
import { validateVolumes } from './volumes.ts';
import { validateHostProcess } from './windows-options.ts';

/** A pod's spec as a template has it, in the server's order (pkg/apis/core/validation ValidatePodSpec, 1.37). */
export function validatePodSpec(spec: PodSpec, path: FieldPath, context: RuleContext): Finding[] {
  const { findings, volumes } = validateVolumes(spec, field(path, 'volumes'), context);
  const claimed = isOn('DynamicResourceAllocation', context.version) ? (spec.resourceClaims ?? []) : [];
  const claims = new Set(claimed.flatMap(({ name }) => (name ? [name] : [])));
  const pod: PodContext = { ...context, spec, volumes, claims };
  return [
    ...findings,
    ...validateResourceClaims(claimed, field(path, 'resourceClaims')),
    ...validateContainers(field(path, 'containers'), pod),
    ...validateInitContainers(field(path, 'initContainers'), pod),
    ...validateEphemeralContainers(field(path, 'ephemeralContainers'), pod),
    ...(spec.resources && isOn('PodLevelResources', context.version)
      ? validatePodResources(spec.resources, field(path, 'resources'), pod)
      : []),
    ...validateHost(spec, path, context),
    ...validatePlacement(spec, path, context),
    ...validateIdentity(spec, path),
    ...validateLifetime(spec, path),
    ...validateOS(spec, path, context),
    ...validateFileKeyRefs(spec, path, context),
  ];
}

function validateHost(spec: PodSpec, path: FieldPath, context: RuleContext): Finding[] {
  return [
    ...validateHostNetworkPorts(spec, path),
    ...validateDNS(spec, path, context),
    ...(spec.securityContext ? validatePodSecurityContext(spec.securityContext, field(path, 'securityContext'), spec, context) : []),
    ...validateProcessNamespace(spec, path, context),
    ...validateHostProcess(spec, path),
    ...validateHostUsers(spec, path, context),
    ...validateHostnameOverride(spec, path, context),
    ...validateHostAliases(spec.hostAliases, field(path, 'hostAliases'), context),
  ];
}

function validatePlacement(spec: PodSpec, path: FieldPath, context: RuleContext): Finding[] {
  return [
    ...validateLabels(spec.nodeSelector, field(path, 'nodeSelector')),
    ...(spec.affinity ? validateAffinity(spec.affinity, field(path, 'affinity'), context) : []),
    ...validateReadinessGates(spec.readinessGates, field(path, 'readinessGates')),
    ...validateSchedulingGates(spec.schedulingGates, field(path, 'schedulingGates')),
    ...validateTopologySpread(spec.topologySpreadConstraints, field(path, 'topologySpreadConstraints'), context),
    ...validateTolerations(spec.tolerations, field(path, 'tolerations')),
    ...(spec.overhead ? validateOverhead(spec.overhead, field(path, 'overhead')) : []),
  ];
}

/** An empty runtimeClassName is a name, and no good one; elsewhere an empty text is as good as none. */
function validateIdentity(spec: PodSpec, path: FieldPath): Finding[] {
  return [
    ...optionalName(spec.serviceAccountName, field(path, 'serviceAccountName'), dnsSubdomainProblems),
    ...optionalName(spec.nodeName, field(path, 'nodeName'), dnsSubdomainProblems),
    ...optionalName(spec.hostname, field(path, 'hostname'), dnsLabelProblems),
    ...optionalName(spec.subdomain, field(path, 'subdomain'), dnsLabelProblems),
    ...optionalName(spec.priorityClassName, field(path, 'priorityClassName'), dnsSubdomainProblems),
    ...(spec.runtimeClassName === undefined
      ? []
      : nameFindings(field(path, 'runtimeClassName'), dnsSubdomainProblems(spec.runtimeClassName))),
  ];
}

/** The restartPolicy is judged with the Job, which allows less than a pod does. */
function validateLifetime(spec: PodSpec, path: FieldPath): Finding[] {
  const preemption = spec.preemptionPolicy;
  return [
    ...inRange(spec.activeDeadlineSeconds, field(path, 'activeDeadlineSeconds'), 1, 2_147_483_647),
    ...(preemption === undefined ? [] : requiredChoice(preemption, field(path, 'preemptionPolicy'), ['PreemptLowerPriority', 'Never'])),
  ];
}
