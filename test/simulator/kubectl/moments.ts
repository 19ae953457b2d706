import type { Moment, PodObject } from '../../../server/simulator/kubectl/moment.ts';

/** A pod of which nothing is told. */
export const emptyPod: PodObject = {
  metadata: {},
  spec: {},
  phase: 'Pending',
  reason: '',
  message: undefined,
  hostIP: undefined,
  startTime: undefined,
  deletion: undefined,
  conditions: [],
  initContainers: [],
  containers: [],
};

/** A moment at which there is nothing but what is given. */
export function momentWith(more: Partial<Moment> = {}): Moment {
  return {
    now: 0,
    epoch: 0,
    namespace: 'default',
    version: '1.37',
    jobs: [],
    pods: [],
    cronJobs: [],
    events: [],
    eventsAbout: (kind, name) => (more.events ?? []).filter((event) => event.kind === kind && event.name === name),
    seen: { jobs: [], pods: [], cronJobs: [], events: [] },
    object: undefined,
    ...more,
  };
}
