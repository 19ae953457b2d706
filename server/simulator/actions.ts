import { root } from '../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../kubernetes/finding/finding.ts';
import type { Cluster } from './api-server/cluster.ts';
import { type EditAnswer, noSuchObject } from './api-server/edits.ts';
import type { GarbageCollector } from './controllers/garbage-collector.ts';
import { instantOf, writeTime } from './engine/clock.ts';
import type { Kubelet } from './kubelet/kubelet.ts';
import type { Pod } from './objects/objects.ts';
import type { ActionResult } from './recording/recording.ts';
import type { Action } from './scenario/scenario.ts';

/** What actions are done to. */
export interface Stage {
  readonly cluster: Cluster;
  readonly kubelet: Kubelet;
  readonly collector: GarbageCollector;
  /** Edits the simulated object. */
  readonly edit: (patch: Readonly<Record<string, unknown>>) => EditAnswer;
}

/**
 * Puts the scenario's actions on the clock; their results appear as they happen: those of edits, of other actions only where there
 * is nothing that they could be done to. A pod has to be looked up first.
 */
export function scheduleActions(actions: readonly Action[], stage: Stage): readonly ActionResult[] {
  const results: ActionResult[] = [];
  for (const [place, action] of actions.entries()) {
    const delay = 'pod' in action ? 3 * writeTime : writeTime;
    stage.cluster.clock.appoint(instantOf(action.at) + delay, () => {
      const { refusal, dropped = [] } = action.kind === 'patch' ? stage.edit(action.patch) : { refusal: refusalOf(action, stage) };
      const why = { ...(refusal ? { refusal } : {}), ...(dropped.length > 0 ? { dropped } : {}) };
      if (refusal || action.kind === 'patch') results.push({ at: action.at, action: place, accepted: !refusal, ...why });
    });
  }
  return results;
}

/** Does it; or says why it cannot be done. */
function refusalOf(
  action: Exclude<Action, { readonly kind: 'patch' }>,
  { cluster, kubelet, collector }: Stage,
): readonly Finding[] | undefined {
  switch (action.kind) {
    case 'delete': {
      const object = cluster.cronJob ?? cluster.job;
      if (!object || object.deleted !== undefined) return noSuchObject;
      if (cluster.cronJob) collector.deleteCronJob(action.propagation);
      else if (cluster.job) collector.deleteJob(cluster.job, action.propagation);
      return undefined;
    }
    case 'delete-pod':
    case 'evict-pod':
    case 'kill-container': {
      const { pods, clock } = cluster;
      const pod = pods.get(action.pod - clock.skipped.pods);
      return pod ? doToPod(action, pod, { cluster, kubelet }) : noSuchPod(action.pod, cluster);
    }
    case 'fail-node':
      kubelet.loseNode(action.node);
      collector.loseNode(action.node);
      return undefined;
  }
}

type PodAction = Extract<Action, { readonly pod: number }>;

function doToPod(action: PodAction, pod: Pod, { cluster, kubelet }: Pick<Stage, 'cluster' | 'kubelet'>): readonly Finding[] | undefined {
  if (action.kind === 'kill-container') {
    const { container = pod.plan.regular[0]?.name ?? '' } = action;
    const killed = kubelet.killContainer(pod, action.container, action.exit);
    return killed ? undefined : [bad(root, 'NotFound', 'action-container-idle', { args: { container, pod: action.pod } })];
  }
  if (action.kind === 'evict-pod') {
    pod.disruption = 'EvictionByEvictionAPI';
    cluster.podChanged(pod);
  }
  cluster.deletePod(pod);
  return undefined;
}

function noSuchPod(pod: number, { created, clock }: Cluster): readonly Finding[] {
  const count = created.pods + clock.skipped.pods;
  if (pod < count) return [bad(root, 'NotFound', 'action-pod-gone', { args: { pod } })];
  return [bad(root, 'NotFound', 'action-pod-to-come', { args: { pod, count } })];
}
