import type { ObservedContainer, ObservedEvent, ObservedPod } from './observed.ts';

/** What a pod's events tell of it when it is gone: that it got a node, that its containers began. How they ended, no event says. */
export function podOfEvents(pod: Pick<ObservedPod, 'name' | 'created' | 'spec' | 'index'>, events: readonly ObservedEvent[]): ObservedPod {
  const scheduled = events.find(({ reason }) => reason === 'Scheduled');
  const killing = events.find(({ reason, field }) => reason === 'Killing' && field !== '');
  const started = new Map(events.filter(({ reason }) => reason === 'Started').map((event) => [event.field, event]));
  const container = (list: string, name = ''): ObservedContainer => {
    const event = started.get(`spec.${list}{${name}}`);
    const restarts = event ? event.count - 1 : 0;
    return {
      name,
      restarts,
      ready: event !== undefined,
      last: undefined,
      state: event ? { is: 'running', started: event.last } : unstarted,
    };
  };
  const { containers = [], initContainers = [] } = pod.spec;
  const told = { reason: '', message: '', status: 'True', type: 'PodScheduled', changed: scheduled?.first };
  return {
    ...pod,
    uid: '',
    owner: '',
    deleting: killing?.first,
    node: scheduled && (/ to (\S+)$/.exec(scheduled.message)?.[1] ?? ''),
    phase: started.size > 0 ? 'Running' : 'Pending',
    reason: '',
    message: '',
    conditions: scheduled ? [told] : [],
    initContainers: scheduled ? initContainers.map(({ name }) => container('initContainers', name)) : [],
    containers: scheduled ? containers.map(({ name }) => container('containers', name)) : [],
  };
}

const unstarted = { is: 'waiting', reason: 'ContainerCreating', message: '' } as const;
