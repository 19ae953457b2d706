/** How a status of kubectl's is drawn: every state has a colour, a pattern and a sign of its own. */
export type DrawnState = 'waiting' | 'running' | 'backing-off' | 'stopping' | 'succeeded' | 'failed' | 'suspended';

export const drawnStates: readonly DrawnState[] = ['waiting', 'running', 'succeeded', 'failed', 'backing-off', 'stopping', 'suspended'];

const waiting = new Set(['Pending', 'ContainerCreating', 'PodInitializing', 'SchedulingGated', 'Scheduled', '']);
const running = new Set(['Running', 'NotReady', 'SuccessCriteriaMet', 'FailureTarget', 'Active']);
const succeeded = new Set(['Completed', 'Succeeded', 'Complete']);

/** For the STATUS column of a pod, where whatever is none of the known good states is a failure, and of a Job. */
export function drawnState(status: string): DrawnState {
  if (waiting.has(status) || /^Init:\d+\/\d+$/.test(status)) return 'waiting';
  if (running.has(status)) return 'running';
  if (succeeded.has(status)) return 'succeeded';
  if (status === 'Suspended') return 'suspended';
  if (status === 'Terminating') return 'stopping';
  if (/BackOff$/.test(status) || status === 'ErrImagePull') return 'backing-off';
  return 'failed';
}
