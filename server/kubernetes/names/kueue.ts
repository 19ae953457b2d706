import type { ObjectMeta } from '../generated/types.ts';

/** The queue of Kueue that a Job waits in: Kueue suspends it until the queue has room. Undefined for a Job that waits for none. */
export function queueOf({ labels = {} }: ObjectMeta): string | undefined {
  return labels['kueue.x-k8s.io/queue-name'];
}
