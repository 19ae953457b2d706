import type { Recorder } from './recorder.ts';

/**
 * For a run of which only what it came to is asked: writes down nothing but what becomes of pods, as a bound is on that. When
 * something last changed it does not know.
 */
export function outcomeRecorder({ jobs, pods, cronjobs, events, trace, lastChange, pod }: Recorder): Recorder {
  return {
    ...{ jobs, pods, cronjobs, events, trace, lastChange, pod },
    job: nothing,
    jobSkipped: nothing,
    cronJob: nothing,
    event: nothing,
    eventAgain: nothing,
    explain: nothing,
    explainTurn: nothing,
  };
}

function nothing(): void {}
