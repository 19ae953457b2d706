import type { Container, JobSpec, PodSpec } from '../../server/kubernetes/generated/types.ts';
import type { Recording } from '../../server/simulator/recording/recording.ts';
import { type TraceRow, traceOf } from '../../server/simulator/run/reasons/trace-of.ts';
import { recordingOf } from '../../server/simulator/run/recording-of.ts';
import type { Run } from '../../server/simulator/run/run.ts';
import { readScenario } from '../../server/simulator/scenario/scenario-reader.ts';
import { simulate } from '../../server/simulator/simulate.ts';
import { jobOf } from '../manifests.ts';

/** A run as a watcher with kubectl saw it, and what is known of it besides. */
export interface WatchedRun extends Recording, Pick<Run, 'summary' | 'until' | 'stoppedEarly'> {
  readonly trace: readonly TraceRow[];
}

export function watched(run: Run): WatchedRun {
  const { summary, until, stoppedEarly } = run;
  return { ...recordingOf(run), summary, until, stoppedEarly, trace: traceOf(run) };
}

/** A container that runs a program of which nothing is known. */
export const container = (name: string, more: Container = {}): Container => ({ name, image: 'example.com/program', ...more });

/** A scenario whose kubelet takes no time of its own, unless it says otherwise: what controllers do is easier to follow so. */
export function withIdealKubelet(scenario: object): object {
  return { kubelet: { notice: 0 }, ...scenario };
}

/** The same with a kubelet as it is, which looks once a second. */
export function nodeRun(spec: JobSpec, scenario: object = {}, pod: PodSpec = {}, until?: number): WatchedRun {
  return run(spec, { kubelet: { notice: 1 }, ...scenario }, pod, until);
}

/** The run of a Job with one container that sleeps for ten seconds, unless the scenario or `pod` says otherwise. */
export function run(spec: JobSpec, scenario: object = {}, pod: PodSpec = {}, until?: number): WatchedRun {
  const reading = readScenario(withIdealKubelet(scenario));
  if ('findings' in reading) throw new Error(`the scenario cannot be read: ${JSON.stringify(reading.findings)}`);
  return watched(simulate(jobOf(spec, pod), reading.scenario, { version: '1.37', ...(until === undefined ? {} : { until }) }));
}

/** The life of one pod in a line: `0 Pending 0/1 > 1 Running 1/1 > 11 Completed 0/1`, restarts behind an r. */
export function life(result: WatchedRun, pod = 0): string {
  return result.pods
    .filter((row) => row.pod === pod)
    .map(({ t, event, READY, STATUS, RESTARTS }) =>
      event === 'DELETED' ? `${t} gone` : `${t} ${STATUS} ${READY}${RESTARTS === '0' ? '' : ` r${RESTARTS}`}`,
    )
    .join(' > ');
}

/** The Job's statuses in a line: `0 Running 0/1 > 12 Complete 1/1`. */
export function statuses(result: WatchedRun): string {
  return result.jobs
    .map(({ t, event, STATUS, COMPLETIONS }) => (event === 'DELETED' ? `${t} gone` : `${t} ${STATUS} ${COMPLETIONS}`))
    .join(' > ');
}
