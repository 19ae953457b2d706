import type { Instant } from '../engine/clock.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import type { Behaviour } from '../versions/behaviour.ts';

/**
 * When a pod finished, as the controller tells it (pkg/controller/job/backoff_utils.go getFinishedTime): the end of its
 * last container, else when it stopped being ready, else when it was deleted. `stored` cuts to what a status can hold.
 */
export function finishTime(pod: Pod, stored: (instant: Instant) => Instant, behaviour: Behaviour): Instant {
  const ends = lastEnd(pod, behaviour.has('finishTimeOfSidecars'));
  if (ends !== undefined) return stored(ends);
  if (pod.readyChanged !== undefined && !pod.ready) return stored(pod.readyChanged);
  return stored(pod.deletion ? pod.deletion.at : pod.created);
}

/** Undefined unless every regular container, and sidecar if they count, has ended at a known time. */
function lastEnd(pod: Pod, withSidecars: boolean): Instant | undefined {
  let latest: Instant | undefined;
  for (const container of pod.containers) {
    const end = endOf(container);
    if (end === undefined) return undefined;
    latest = latest === undefined ? end : Math.max(latest, end);
  }
  for (const container of withSidecars ? pod.initContainers : []) {
    if (container.plan.kind !== 'sidecar') continue;
    const end = endOf(container);
    if (end === undefined) return latest;
    latest = latest === undefined ? end : Math.max(latest, end);
  }
  return latest;
}

function endOf(container: Container): Instant | undefined {
  return container.state === 'terminated' ? container.finishedAt : undefined;
}
