import { decode } from '../../kubernetes/decoding/decode.ts';
import type { PodSpec } from '../../kubernetes/generated/types.ts';
import { indexAnnotation } from '../../kubernetes/names/index-variable.ts';
import { newestVersion } from '../../kubernetes/versions.ts';
import { valueAt } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import type { Observed, ObservedCondition, ObservedContainer, ObservedEvent, ObservedExit, ObservedJob, ObservedPod } from './observed.ts';

/** Reads documents of a dump, Lists among them; what is none of Jobs, pods and events, and what is mistyped, is left out. */
export function readObserved(values: readonly unknown[]): Observed {
  const objects = values.flatMap(objectsIn);
  const of = (kind: string) => objects.filter((one) => one['kind'] === kind);
  return {
    // Whatever a cluster has is called something.
    jobs: of('Job')
      .map(readJob)
      .filter(({ name }) => name !== ''),
    pods: of('Pod').map(readPod),
    events: of('Event').flatMap(readEvent),
  };
}

/** Lists within Lists as well: several answers of kubectl may be joined. */
function objectsIn(value: unknown): readonly PlainRecord[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (!isRecord(value)) return [];
  return Array.isArray(value['items']) ? value['items'].flatMap(objectsIn) : [value];
}

function readJob(value: PlainRecord): ObservedJob {
  const { object } = decode('Job', value, newestVersion);
  const { name = '', namespace = 'default', uid = '', creationTimestamp } = object.metadata ?? {};
  return { name, namespace, uid, created: timeOf(creationTimestamp) ?? 0, object };
}

function readPod(value: PlainRecord): ObservedPod {
  const text = (...path: readonly string[]) => textOf(valueAt(value, path));
  const index = text('metadata', 'annotations', indexAnnotation);
  const owner = listOf(valueAt(value, ['metadata', 'ownerReferences'])).find((one) => one['controller'] === true);
  return {
    name: text('metadata', 'name'),
    uid: text('metadata', 'uid'),
    owner: textOf(owner?.['uid']),
    index: /^\d+$/.test(index) ? Number(index) : -1,
    created: timeOf(valueAt(value, ['metadata', 'creationTimestamp'])) ?? 0,
    deleting: timeOf(valueAt(value, ['metadata', 'deletionTimestamp'])),
    spec: readPodSpec(value['spec']),
    node: text('spec', 'nodeName') || undefined,
    phase: text('status', 'phase'),
    reason: text('status', 'reason'),
    message: text('status', 'message'),
    conditions: listOf(valueAt(value, ['status', 'conditions'])).map(readCondition),
    initContainers: listOf(valueAt(value, ['status', 'initContainerStatuses'])).map(readContainer),
    containers: listOf(valueAt(value, ['status', 'containerStatuses'])).map(readContainer),
  };
}

/** Of the fields that a Job's template has as well. */
function readPodSpec(value: unknown): PodSpec {
  const { object } = decode('Job', { spec: { template: { spec: value } } }, newestVersion);
  return object.spec?.template?.spec ?? {};
}

function readCondition(value: PlainRecord): ObservedCondition {
  return {
    type: textOf(value['type']),
    status: textOf(value['status']),
    reason: textOf(value['reason']),
    message: textOf(value['message']),
    changed: timeOf(value['lastTransitionTime']),
  };
}

function readContainer(value: PlainRecord): ObservedContainer {
  const state = recordOf(value['state']);
  const last = recordOf(value['lastState'])['terminated'];
  return {
    name: textOf(value['name']),
    restarts: numberOf(value['restartCount']),
    ready: value['ready'] === true,
    state: readState(state),
    last: isRecord(last) ? readExit(last) : undefined,
  };
}

function readState({ running, terminated, waiting }: PlainRecord): ObservedContainer['state'] {
  if (isRecord(terminated)) return { is: 'terminated', exit: readExit(terminated) };
  if (isRecord(running)) return { is: 'running', started: timeOf(running['startedAt']) };
  const { reason, message } = recordOf(waiting);
  return { is: 'waiting', reason: textOf(reason), message: textOf(message) };
}

function readExit(value: PlainRecord): ObservedExit {
  const started = timeOf(value['startedAt']);
  return {
    exitCode: numberOf(value['exitCode']),
    reason: textOf(value['reason']),
    message: textOf(value['message']),
    // What could not be started began in 1970.
    started: started === 0 ? undefined : started,
    finished: timeOf(value['finishedAt']),
  };
}

/** Of either API of events; one without a time tells nothing. */
function readEvent(value: PlainRecord): readonly ObservedEvent[] {
  const about = recordOf(value['involvedObject'] ?? value['regarding']);
  const series = recordOf(value['series']);
  const times = [
    value['firstTimestamp'],
    value['deprecatedFirstTimestamp'],
    value['eventTime'],
    valueAt(value, ['metadata', 'creationTimestamp']),
  ];
  const [first] = times.flatMap((one) => timeOf(one) ?? []);
  if (first === undefined) return [];
  const [last = first] = [value['lastTimestamp'], value['deprecatedLastTimestamp'], series['lastObservedTime']].flatMap(
    (one) => timeOf(one) ?? [],
  );
  return [
    {
      kind: textOf(about['kind']),
      name: textOf(about['name']),
      uid: textOf(about['uid']),
      field: textOf(about['fieldPath']),
      type: value['type'] === 'Warning' ? 'Warning' : 'Normal',
      reason: textOf(value['reason']),
      message: textOf(value['message'] ?? value['note']),
      source: textOf(valueAt(value, ['source', 'component'])) || textOf(value['reportingComponent'] ?? value['reportingController']),
      first,
      last: Math.max(first, last),
      count: Math.max(1, numberOf(value['count'] ?? value['deprecatedCount'] ?? series['count'])),
    },
  ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** Undefined for what is no time. */
function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function recordOf(value: unknown): PlainRecord {
  return isRecord(value) ? value : {};
}

function listOf(value: unknown): readonly PlainRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
