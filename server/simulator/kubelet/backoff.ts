import { restartWaits } from '../../estimate/bounds/retry-waits.ts';
import { type Instant, instantOf } from '../engine/clock.ts';
import type { Backoff } from '../objects/container.ts';

const shortest = instantOf(restartWaits.first);
const longest = instantOf(restartWaits.longest);

/**
 * The next wait is twice as long, from 10 s to 300 s, and begins anew after twice the longest without a failure (client-go
 * util/flowcontrol/backoff.go Next, 0.37). `failed` is when that happened which calls for it.
 */
export function grown(backoff: Backoff | undefined, failed: Instant, now: Instant): Backoff {
  return { wait: backoff && isKept(backoff, failed) ? Math.min(2 * backoff.wait, longest) : shortest, updated: now };
}

/** Whether the wait from `since` on goes on. */
export function isWaiting(backoff: Backoff, since: Instant, now: Instant): boolean {
  return isKept(backoff, since) && now - since < backoff.wait;
}

function isKept({ updated }: Backoff, failed: Instant): boolean {
  return failed - updated <= 2 * longest;
}
