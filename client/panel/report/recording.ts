import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';

/** A run with more pods than these is too long a text for an editor. */
const mostPods = 5_000;

export function fitsAsRecording({ summary }: Run): boolean {
  return summary.podsCreated <= mostPods;
}

/** A run as JSON: what a watcher with kubectl recorded of it, and its summary, with the keys of `kubejob simulate --output json`. */
export function recordingText(run: Run): string {
  const { jobs, pods, cronjobs, events, final, describe, describePods, actionResults } = recordingOf(run);
  const { assumptions: _, ...summary } = run.summary;
  const results = actionResults.map(({ at, accepted }) => ({ at, accepted }));
  return `${JSON.stringify({ jobs, pods, cronjobs, events, final, describe, describePods, actionResults: results, summary }, null, 1)}\n`;
}
