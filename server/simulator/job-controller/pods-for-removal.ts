import type { Instant } from '../engine/clock.ts';
import type { Pod } from '../objects/objects.ts';

/**
 * Which active pods go when there are too many: of an Indexed Job those whose index is out of range, then whoever got
 * least far (pkg/controller/job activePodsForRemoval; pkg/controller/controller_utils.go ActivePods). Among equals the
 * order is left open there; here it is that of the indexes, then of creation.
 */
export function podsForRemoval(
  active: readonly Pod[],
  count: number,
  completions: number | undefined,
  stored: (instant: Instant) => Instant,
): readonly Pod[] {
  const invalid = completions === undefined ? [] : active.filter(({ index }) => index >= completions);
  if (invalid.length >= count) return invalid;
  const rest = active.filter((pod) => !invalid.includes(pod)).sort((a, b) => a.index - b.index || a.ordinal - b.ordinal);
  rest.sort((a, b) => removalOrder(a, b, stored));
  return [...invalid, ...rest.slice(0, count - invalid.length)];
}

function removalOrder(a: Pod, b: Pod, stored: (instant: Instant) => Instant): number {
  return (
    Number(a.node !== undefined) - Number(b.node !== undefined) ||
    Number(a.phase === 'Running') - Number(b.phase === 'Running') ||
    Number(a.ready) - Number(b.ready) ||
    (a.ready ? stored(b.readyChanged ?? 0) - stored(a.readyChanged ?? 0) : 0) ||
    mostRestarts(b, false) - mostRestarts(a, false) ||
    mostRestarts(b, true) - mostRestarts(a, true) ||
    stored(b.created) - stored(a.created)
  );
}

function mostRestarts(pod: Pod, sidecars: boolean): number {
  const containers = sidecars ? pod.initContainers.filter(({ plan }) => plan.kind === 'sidecar') : pod.containers;
  return containers.reduce((most, { restarts }) => Math.max(most, restarts), 0);
}
