import { type Instant, instantOf } from '../engine/clock.ts';
import type { Container, Pod } from '../objects/objects.ts';
import type { FailingStart } from '../objects/runs.ts';
import { waitWith } from './containers.ts';
import { type Host, later, report } from './host.ts';

/** The first and the later tries to pull an image wait like this (pkg/kubelet/images). */
const firstPullBackoff = instantOf(10);
const longestPullBackoff = instantOf(300);
/** The kubelet comes back to a pod whose last sync failed; in truth up to half as late again (pkg/kubelet/pod_workers.go). */
const nextSync = instantOf(10);

interface Attempt {
  readonly pod: Pod;
  readonly container: Container;
  /** From then on it can start. */
  readonly until: Instant;
  readonly goOn: () => void;
}

/** Tries to start a container in vain, for a while or for ever; `goOn` when it can start. */
export function failToStart(host: Host, pod: Pod, container: Container, { reason, for: length }: FailingStart, goOn: () => void): void {
  const attempt = { pod, container, until: host.cluster.clock.now + length, goOn };
  if (reason === 'ErrImagePull') {
    pullImage(host, attempt, firstPullBackoff);
    return;
  }
  waitWith(container, reason);
  report(host, pod);
  if (length < Infinity) tryAgain(host, attempt);
}

function pullImage(host: Host, attempt: Attempt, backoff: Instant): void {
  const { pod, container, until, goOn } = attempt;
  if (host.cluster.clock.now >= until) {
    goOn();
    return;
  }
  waitWith(container, 'ErrImagePull');
  report(host, pod);
  later(host, pod, instantOf(1), () => {
    waitWith(container, 'ImagePullBackOff');
    report(host, pod);
  });
  later(host, pod, backoff, () => pullImage(host, attempt, Math.min(2 * backoff, longestPullBackoff)));
}

function tryAgain(host: Host, attempt: Attempt): void {
  if (host.cluster.clock.now >= attempt.until) attempt.goOn();
  else later(host, attempt.pod, nextSync, () => tryAgain(host, attempt));
}
