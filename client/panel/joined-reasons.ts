import type { Seconds } from '../../server/protocol/requests.ts';
import type { ReasonInRun } from '../../server/simulator/run/reasons/reasons-of.ts';

/** What is said of several pods at the same second. */
export interface JoinedReason {
  readonly t: Seconds;
  readonly pods: readonly number[];
  readonly text: string;
}

/** Neighbours that say the same at the same second are one. */
export function joined(reasons: readonly ReasonInRun[]): readonly JoinedReason[] {
  const made: JoinedReason[] = [];
  for (const { t, pod, text } of reasons) {
    const pods = pod === undefined ? [] : [pod];
    const before = made.at(-1);
    if (before?.t === t && before.text === text) made[made.length - 1] = { ...before, pods: [...before.pods, ...pods] };
    else made.push({ t, pods, text });
  }
  return made;
}

/** `#0`, `#0–#9` where no number between is missing, otherwise the first and how many more. */
export function podsText(pods: readonly number[]): string {
  const [first, last] = [pods[0], pods.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (pods.length === 1) return `#${first}`;
  return last - first === pods.length - 1 ? `#${first}–#${last}` : `#${first} +${pods.length - 1}`;
}
