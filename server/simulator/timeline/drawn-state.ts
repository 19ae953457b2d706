/** How a status of kubectl's is drawn: every state has a colour, a pattern and a sign of its own. */
export type DrawnState =
  /** No node yet. */
  | 'waiting'
  /** On its node: images are pulled, containers created. */
  | 'starting'
  /** Init containers run. */
  | 'initialising'
  | 'running'
  /** Runs, but its probes or gates have not passed. */
  | 'not-ready'
  | 'backing-off'
  | 'stopping'
  | 'succeeded'
  | 'failed'
  | 'suspended';

export const drawnStates: readonly DrawnState[] = [
  'waiting',
  'starting',
  'initialising',
  'not-ready',
  'running',
  'succeeded',
  'failed',
  'backing-off',
  'stopping',
  'suspended',
];

const waiting = new Set(['Pending', 'SchedulingGated', 'Scheduled', '']);
const running = new Set(['Running', 'Active']);
/** Of a Job whose end is decided, and of a pod that is told to end. */
const stopping = new Set(['Terminating', 'FailureTarget', 'SuccessCriteriaMet']);
const succeeded = new Set(['Completed', 'Succeeded', 'Complete']);

/** For the STATUS column of a pod, where whatever is none of the known good states is a failure, and of a Job, which has no READY. */
export function drawnState(status: string, ready = ''): DrawnState {
  if (waiting.has(status)) return 'waiting';
  if (status === 'ContainerCreating') return 'starting';
  if (status === 'PodInitializing' || /^Init:\d+\/\d+$/.test(status)) return 'initialising';
  if (status === 'NotReady' || (status === 'Running' && isShort(ready))) return 'not-ready';
  if (running.has(status)) return 'running';
  if (succeeded.has(status)) return 'succeeded';
  if (status === 'Suspended') return 'suspended';
  if (stopping.has(status)) return 'stopping';
  if (/BackOff$/.test(status) || status === 'ErrImagePull') return 'backing-off';
  return 'failed';
}

/** Fewer containers are ready than there are: `0/1`. */
function isShort(ready: string): boolean {
  const [some, all] = ready.split('/');
  return all !== undefined && some !== all;
}

/** Nothing more comes of it by itself. */
export function isEnd(state: DrawnState): boolean {
  return state === 'succeeded' || state === 'failed';
}
