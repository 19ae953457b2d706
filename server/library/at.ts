import { describeText } from '../simulator/kubectl/describe.ts';
import { describePods } from '../simulator/kubectl/describe-pod.ts';
import { getText } from '../simulator/kubectl/get.ts';
import { at as momentAt } from '../simulator/run/at.ts';
import { recordingOf } from '../simulator/run/recording-of.ts';
import type { Run } from '../simulator/run/run.ts';
import type * as api from './api.ts';
import { oneOf } from './one-of.ts';

export const at: typeof api.at = (run, t) => {
  if (t !== undefined && !(typeof t === 'number' && !Number.isNaN(t))) throw new TypeError('a moment is a number of seconds');
  const moment = momentAt(simulated(run), t);
  return {
    now: moment.now,
    get jobs() {
      return moment.jobs.map(({ name, STATUS, COMPLETIONS, DURATION, object }) => ({ name, STATUS, COMPLETIONS, DURATION, object }));
    },
    get pods() {
      return moment.pods.map(({ name, READY, STATUS, RESTARTS }) => ({ name, READY, STATUS, RESTARTS }));
    },
    get: (resource, { wide = false, watch = false } = {}) =>
      getText(oneOf('a resource', resources, resource), moment, { wide, watch, watchEvents: watch }),
    describe: () => describeText(moment),
    describePods: () => describePods(moment),
  };
};

const resources: readonly Parameters<api.Moment['get']>[0][] = ['jobs', 'pods', 'cronjobs', 'events'];

export const recording: typeof api.recording = (run) => {
  const { jobs, pods, cronjobs, events } = recordingOf(simulated(run));
  return { jobs, pods, cronjobs, events };
};

/** The run with all of its columns. */
function simulated(run: api.Run): Run {
  if (!isWhole(run)) throw new TypeError('the run is not one that simulate() gave');
  return run;
}

function isWhole(run: api.Run): run is Run {
  return typeof run === 'object' && run !== null && ['summary', 'jobs', 'pods', 'events', 'trace'].every((column) => column in run);
}
