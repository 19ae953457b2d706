import { restartWaits } from '../../estimate/bounds/retry-waits.ts';
import { type Instant, instantOf } from '../engine/clock.ts';
import type { Backoff } from '../objects/container.ts';

const shortest = instantOf(restartWaits.first);
const longest = instantOf(restartWaits.longest);

/**
 * The next wait is twice as long, from 10 s to 300 s, and begins anew after twice the longest without a failure (client-go
 * util/flowcontrol/backoff.go Next, 0.37). `failed` is when that happened which calls for it.
 */
export function grow(backoff: Backoff, failed: Instant, now: Instant): void {
  backoff.wait = isFresh(backoff, failed) ? shortest : Math.min(2 * backoff.wait, longest);
  backoff.updated = now;
}

/** Whether the wait from `since` on goes on. */
export function isWaiting(backoff: Backoff, since: Instant, now: Instant): boolean {
  return !isFresh(backoff, since) && now - since < backoff.wait;
}

function isFresh({ wait, updated }: Backoff, failed: Instant): boolean {
  return wait === 0 || failed - updated > 2 * longest;
}
