import { restartWaits } from '../../estimate/bounds/retry-waits.ts';
import { type Instant, instantOf } from '../engine/clock.ts';
import type { Container } from '../objects/objects.ts';

const shortest = instantOf(restartWaits.first);
const longest = instantOf(restartWaits.longest);
const forgottenAfter = instantOf(600);
/** How long the first restart takes, which does not wait: as the recordings show it. */
const restartTime = instantOf(0.3);

/**
 * How long a container waits for its next restart: not at all, then 10 s, 20 s, 40 s … 300 s, and from the beginning
 * after ten minutes of running (pkg/kubelet/kuberuntime, SyncPod and doBackOff). The real kubelet adds some chance.
 */
export function nextRestart(container: Container, now: Instant): { readonly wait: Instant; readonly crashLoop: boolean } {
  const fresh = container.backoff === 0 || (container.backoffFrom !== undefined && now - container.backoffFrom > forgottenAfter);
  const wait = fresh ? restartTime : container.backoff;
  container.backoff = fresh ? shortest : Math.min(container.backoff * 2, longest);
  container.backoffFrom = now + wait;
  return { wait, crashLoop: !fresh };
}
