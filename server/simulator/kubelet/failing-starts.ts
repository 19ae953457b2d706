import { type Clock, type Instant, instantOf } from '../engine/clock.ts';
import type { Container, Pod } from '../objects/objects.ts';
import type { FailingStart } from '../objects/runs.ts';
import { waitWith } from './containers.ts';

interface Around {
  readonly clock: Clock;
  /** Runs unless the pod took another course in the meantime. */
  readonly later: (pod: Pod, delay: Instant, run: () => void) => void;
  readonly report: (pod: Pod) => void;
  readonly start: (pod: Pod, container: Container) => void;
}

/** The first and the later tries to pull an image wait like this (pkg/kubelet/images). */
const firstPullBackoff = instantOf(10);
const longestPullBackoff = instantOf(300);
/** The kubelet comes back to a pod whose last sync failed; in truth up to half as late again (pkg/kubelet/pod_workers.go). */
const nextSync = instantOf(10);

/** Tries to start a container in vain, for a while or for ever; then its next run is played. */
export function createFailingStarts({ clock, later, report, start }: Around): (pod: Pod, container: Container, fate: FailingStart) => void {
  function goOn(pod: Pod, container: Container): void {
    container.skippedRuns++;
    start(pod, container);
  }
  function pull(pod: Pod, container: Container, until: Instant, backoff: Instant): void {
    if (clock.now >= until) {
      goOn(pod, container);
      return;
    }
    waitWith(container, 'ErrImagePull');
    report(pod);
    later(pod, instantOf(1), () => {
      container.reason = 'ImagePullBackOff';
      report(pod);
    });
    later(pod, backoff, () => pull(pod, container, until, Math.min(2 * backoff, longestPullBackoff)));
  }
  function tryAgain(pod: Pod, container: Container, until: Instant): void {
    if (clock.now >= until) goOn(pod, container);
    else later(pod, nextSync, () => tryAgain(pod, container, until));
  }
  return (pod, container, { reason, for: length }) => {
    const until = clock.now + length;
    if (reason === 'ErrImagePull') pull(pod, container, until, firstPullBackoff);
    else {
      waitWith(container, reason);
      report(pod);
      if (length < Infinity) tryAgain(pod, container, until);
    }
  };
}
