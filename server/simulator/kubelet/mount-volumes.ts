import { type Instant, instantOf } from '../engine/clock.ts';
import type { Pod } from '../objects/objects.ts';
import { atTime, type Host } from './host.ts';
import { mountFailed, type PodNotice } from './pod-events.ts';

/** The first wait before a volume is tried again, and the longest (pkg/util/goroutinemap/exponentialbackoff, 1.37). */
const firstWait = instantOf(0.5);
const longestWait = instantOf(122);
/** Of what says the same again and again, no more is kept than this. */
const mostTold = 25;

/** Tries to mount the pod's volumes in vain until then, in growing intervals; `then` with the first try that succeeds. */
export function mountLater(host: Host, pod: Pod, until: Instant, then: () => void): void {
  const notice = mountFailed(pod.plan.spec, host.behaviours.unmountable(pod));
  tryToMount(host, pod, { until, notice, then }, firstWait, 1);
}

interface Mounting {
  readonly until: Instant;
  /** What is said each time. */
  readonly notice: PodNotice;
  readonly then: () => void;
}

function tryToMount(host: Host, pod: Pod, mounting: Mounting, wait: Instant, attempt: number): void {
  const { until, notice, then } = mounting;
  const { now } = host.cluster.clock;
  if (now >= until) {
    then();
    return;
  }
  host.tell(pod, notice);
  if (until === Infinity && attempt >= mostTold) return;
  const next = now + wait;
  atTime(host, pod, next, () => tryToMount(host, pod, mounting, Math.min(2 * wait, longestWait), attempt + 1));
}
