import { once } from './once.ts';
import type { Run } from './run.ts';

type LatePart = 'told' | 'cronJob' | 'jobs' | 'pods' | 'events' | 'trace';

/** A run of which these parts are made when they are first read, each once. */
export function lateRun<Numbers>(
  known: Omit<Run<Numbers>, LatePart>,
  make: { readonly [Part in LatePart]: () => Run<Numbers>[Part] },
): Run<Numbers> {
  const [told, cronJob, jobs] = [once(make.told), once(make.cronJob), once(make.jobs)];
  const [pods, events, trace] = [once(make.pods), once(make.events), once(make.trace)];
  return {
    ...known,
    get told() {
      return told();
    },
    get cronJob() {
      return cronJob();
    },
    get jobs() {
      return jobs();
    },
    get pods() {
      return pods();
    },
    get events() {
      return events();
    },
    get trace() {
      return trace();
    },
  };
}
