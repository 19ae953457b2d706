import type { Texts } from '../../messages/render.ts';
import { runsOf } from '../../simulator/replay/pod-moments.ts';
import type { Story } from './why.ts';

/** Names of more pods than this say nothing new. */
const mostNames = 5;
const hour = 3_600_000;

/** What the record does not hold of a Job: pods that are gone, events that were dropped, runs before the last two; a sentence each. */
export function unknownSentences({ job, pods, events }: Story, texts: Texts): readonly string[] {
  const { active = 0, failed = 0, succeeded = 0, startTime } = job.object.status ?? {};
  const made = events.flatMap(({ kind, message }) => (kind === 'Job' && /^Created pod: (\S+)$/.exec(message)?.[1]) || []);
  const gone = made.filter((name) => !pods.some((pod) => pod.name === name));
  const hadPods = active + failed + succeeded > 0 || made.length > 0;
  const first = events[0]?.first;
  const isOld = first !== undefined && made.length === 0 && startTime !== undefined && first - job.created > hour / 2;
  const restarted = pods.flatMap((pod) =>
    [...pod.initContainers, ...pod.containers]
      .filter((one) => one.restarts > runsOf(one).length)
      .map((one) => texts('unknown-restarts', { restarts: one.restarts, container: one.name, pod: pod.name })),
  );
  return [
    ...(pods.length === 0 && hadPods && gone.length === 0 ? [texts('unknown-all-pods')] : []),
    ...(gone.length > 0 ? [texts('unknown-pods', { pods: gone.length, names: gone.slice(0, mostNames) })] : []),
    ...(events.length === 0 ? [texts('unknown-all-events')] : []),
    ...(isOld ? [texts('unknown-old-events', { time: new Date(first).toISOString().slice(0, 19).concat('Z') })] : []),
    ...restarted,
  ];
}
