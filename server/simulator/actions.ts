import type { Finding } from '../kubernetes/finding/finding.ts';
import type { Cluster } from './api-server/cluster.ts';
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
  /** Edits the simulated object; what comes back is why the API server refuses, undefined when it accepts. */
  readonly edit: (patch: Readonly<Record<string, unknown>>) => readonly Finding[] | undefined;
}

/** Puts the scenario's actions on the clock; their results appear as they happen. A pod has to be looked up first. */
export function scheduleActions(actions: readonly Action[], stage: Stage): readonly ActionResult[] {
  const results: ActionResult[] = [];
  for (const action of actions) {
    const delay = 'pod' in action ? 3 * writeTime : writeTime;
    stage.cluster.clock.appoint(instantOf(action.at) + delay, () => {
      const result = act(action, stage);
      if (result) results.push(result);
    });
  }
  return results;
}

/** The result of an edit; other actions have none. */
function act(action: Action, stage: Stage): ActionResult | undefined {
  const { cluster, kubelet, collector } = stage;
  switch (action.kind) {
    case 'patch': {
      const refusal = stage.edit(action.patch);
      return refusal ? { at: action.at, accepted: false, refusal } : { at: action.at, accepted: true };
    }
    case 'delete': {
      if (cluster.cronJob) collector.deleteCronJob(action.propagation);
      else if (cluster.job) collector.deleteJob(cluster.job, action.propagation);
      return undefined;
    }
    case 'delete-pod':
    case 'evict-pod': {
      const pod = podAt(cluster, action.pod);
      if (!pod) return undefined;
      if (action.kind === 'evict-pod') {
        pod.disruption = 'EvictionByEvictionAPI';
        cluster.podChanged(pod);
      }
      cluster.deletePod(pod);
      return undefined;
    }
    case 'kill-container': {
      const pod = podAt(cluster, action.pod);
      if (pod) kubelet.killContainer(pod, action.container, action.exit);
      return undefined;
    }
    case 'fail-node':
      kubelet.loseNode(action.node);
      collector.loseNode(action.node);
      return undefined;
  }
}

function podAt({ pods, clock }: Cluster, ordinal: number): Pod | undefined {
  return pods.get(ordinal - clock.skipped.pods);
}
