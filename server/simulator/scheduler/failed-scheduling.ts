import type { PodSpec } from '../../kubernetes/generated/types.ts';
import { selectsNodes } from '../objects/pod-plan.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import type { Shortage } from './scheduler.ts';

/**
 * What the scheduler says of a pod that no node takes (pkg/scheduler/framework types.go FitError, 1.37). Without a shortage it is
 * something that nodes have or do not have, which the manifest hints at.
 */
export function failedScheduling(spec: PodSpec, nodes: number, shortage: Shortage | undefined, behaviour: Behaviour): string {
  const claim = (spec.volumes ?? []).find(({ persistentVolumeClaim }) => persistentVolumeClaim)?.persistentVolumeClaim;
  const none = `0/${nodes} nodes are available`;
  const claims = behaviour.has('saysNoClaims') ? 'no new claims to deallocate, ' : '';
  if (!shortage && claim && !selectsNodes(spec)) {
    return `${none}: persistentvolumeclaim "${claim.claimName ?? ''}" not found. ${claims}${preemption(none, nodes, true)}`;
  }
  return `${none}: ${nodes} ${shortage?.what ?? refusal(spec)}. ${claims}${preemption(none, nodes, shortage?.forGood ?? true)}`;
}

function refusal(spec: PodSpec): string {
  return selectsNodes(spec) ? "node(s) didn't match Pod's node affinity/selector" : 'node(s) had untolerated taint(s)';
}

function preemption(none: string, nodes: number, forGood: boolean): string {
  const why = forGood ? 'Preemption is not helpful for scheduling' : 'No preemption victims found for incoming pod';
  return `preemption: ${none}: ${nodes} ${why}.`;
}
