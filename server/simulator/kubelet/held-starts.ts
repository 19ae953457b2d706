import { type Instant, instantOf } from '../engine/clock.ts';
import type { Container } from '../objects/objects.ts';
import type { Hook, PlayedRun, Run, Stopping } from '../objects/runs.ts';
import { containerEnd } from './termination.ts';

/** Containers of which one at least has a postStart hook: nobody hears of any of them until the last hook is over. */
export interface HeldStarts {
  readonly starts: readonly HeldStart[];
  /** When that is; Infinity where a hook never ends. */
  readonly until: Instant;
}

export interface HeldStart {
  readonly container: Container;
  readonly run: Run;
  readonly began: Instant;
  /** The exit code of a container that was stopped because its hook failed. */
  readonly killed: number | undefined;
}

/** What follows when the hooks of a pod are over. */
export interface HeldPod {
  /** It is to be stopped, and then this happens. */
  stop: (() => void) | undefined;
  readonly restarts: Container[];
}

interface Surroundings {
  readonly run: (container: Container) => Run;
  readonly hook: (container: Container) => Hook | undefined;
  readonly stop: (container: Container) => Stopping;
  readonly grace: number;
  readonly now: Instant;
}

/**
 * One container starts after the other, in the order of the spec, each when the hook of the one before is over; a container
 * whose hook failed is stopped first (pkg/kubelet/kuberuntime startContainer, 1.37).
 */
export function holdStarts(due: readonly Container[], around: Surroundings): HeldStarts {
  let until = around.now;
  const starts = due.map((container): HeldStart => {
    const began = until;
    const run = around.run(container);
    const hook = run.kind === 'run' && container.plan.hasPostStart ? around.hook(container) : undefined;
    if (run.kind !== 'run' || !hook) return { container, run, began, killed: undefined };
    const alone = hook.inside ? Math.min(hook.for, run.for) : hook.for;
    until += alone;
    // A hook that the end of its container cut short failed as well, but there is nothing to stop any more.
    if (!hook.fails || run.for <= alone) return { container, run, began, killed: undefined };
    const { exitCode, over } = stopped(container, run, began, until, around);
    until += over;
    return { container, run, began, killed: exitCode };
  });
  return { starts, until };
}

/** How a container ends that is stopped at `now`, though it still counts as waiting. */
function stopped(
  container: Container,
  run: PlayedRun,
  began: Instant,
  now: Instant,
  { stop, grace }: Surroundings,
): ReturnType<typeof containerEnd> {
  const running: Container = { ...container, state: 'running', run, startedAt: began };
  return containerEnd(running, stop(running), { grace: instantOf(grace), passed: 0, now });
}
