import { instantOf } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import { afterTime, type Host } from './host.ts';
import * as say from './pod-events.ts';
import { type ContainerEnd, containerEnd, endProcess } from './termination.ts';

/** Which container is to be stopped, how long it has for that, and what is said of it. */
interface Killing {
  readonly container: Container;
  readonly message: string;
  readonly grace: Seconds;
}

/** The hook of a container that is stopped fails meanwhile. */
export function tellHookFailure(host: Host, pod: Pod, { container, hookFails }: ContainerEnd): void {
  if (hookFails === undefined) return;
  afterTime(host, pod, hookFails, () => host.tell(pod, say.preStopHookFailed(container.plan)));
}

/** Stops one container of a pod that goes on; `then` when it has ended. */
export function killContainer(host: Host, pod: Pod, { container, message, grace }: Killing, then: () => void): void {
  const { cluster, behaviours, times } = host;
  const { now } = cluster.clock;
  host.tell(pod, say.killing(container.plan, message));
  if (!container.process || container.process.ends <= now) {
    then();
    return;
  }
  const { ideal } = times;
  const end = containerEnd(container, behaviours.stop(pod, container), { grace: instantOf(grace), passed: 0, now, ideal });
  endProcess(container, end, now + end.at);
  tellHookFailure(host, pod, end);
  afterTime(host, pod, end.over, then);
}
