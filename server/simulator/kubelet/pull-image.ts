import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import type { FailingStart, StartFailure } from '../objects/runs.ts';
import { grown, isWaiting } from './backoff.ts';
import type { Host } from './host.ts';
import * as say from './pod-events.ts';

/**
 * Tries to get an image in vain (pkg/kubelet/images/image_manager.go EnsureImageExists, 1.37): it is asked for again when the
 * wait since the last failure is over, and until then the kubelet only says that it waits.
 */
export function failToPull(host: Host, pod: Pod, container: Container, reason: FailingStart['reason']): StartFailure {
  const failure = tryToPull(host, pod, container, reason);
  host.tell(pod, say.startFailed(container.plan, failure));
  return failure;
}

function tryToPull(host: Host, pod: Pod, container: Container, reason: FailingStart['reason']): StartFailure {
  const { plan, pullBackoff } = container;
  const { now } = host.cluster.clock;
  const tell = (notice: say.PodNotice) => host.tell(pod, notice);
  if (reason === 'InvalidImageName') tell(say.invalidImage(plan));
  else if (reason === 'ErrImageNeverPull') tell(say.neverPulled(plan));
  if (reason !== 'ErrImagePull') return reason;
  if (pullBackoff && isWaiting(pullBackoff, pullBackoff.updated, now)) {
    tell(say.pullBackOff(plan));
    return 'ImagePullBackOff';
  }
  tell(say.pulling(plan));
  tell(say.pullFailed(plan));
  container.pullBackoff = grown(pullBackoff, now, now);
  return reason;
}
