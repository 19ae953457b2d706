import type { CompletionIndex } from '../../../estimate/runs/container-setting.ts';
import { type RunOf, runsIn } from '../../../estimate/runs/pod-run.ts';
import { parseSchedule } from '../../../kubernetes/cron/parse-schedule.ts';
import type { Schedule } from '../../../kubernetes/cron/schedule.ts';
import { type FieldPath, field, nodePath, root } from '../../../kubernetes/finding/field-path.ts';
import type { Container, CronJobSpec, JobSpec, ObjectMeta, PodSpec } from '../../../kubernetes/generated/types.ts';
import type { ObjectOfKind } from '../../../kubernetes/kinds.ts';
import { findTimeZone, type TimeZone, utc } from '../../../kubernetes/time-zones/time-zone.ts';
import type { KubernetesVersion } from '../../../kubernetes/versions.ts';
import type { TakenByFlux } from '../../../plain/taken-by-flux.ts';
import { type Claims, noClaims } from './claims.ts';

/** What a rule may know besides the object. */
export interface AdviceContext {
  readonly version: KubernetesVersion;
  /** The time from which coming runs are looked for, in epoch milliseconds; 2026 begins where it is left out. */
  readonly now?: number;
  /** The document is a patch: what is missing stands elsewhere. */
  readonly partial?: boolean;
  /** The claims that stand in the same file. */
  readonly claims?: Claims;
  /** What Flux takes out of the object's texts before the API server sees them; paths begin at the object. */
  readonly takenByFlux?: readonly TakenByFlux[];
}

export interface Timing {
  readonly text: string;
  readonly schedule: Schedule;
  /** UTC where the manifest names none: then the controller's own zone counts, which nobody can see here. */
  readonly zone: TimeZone;
  readonly zoned: boolean;
}

/** A Job or CronJob as rules see it, so that one rule serves both. */
export interface Subject {
  readonly metadata: ObjectMeta;
  /** The Job, or what the CronJob makes Jobs of. */
  readonly job: JobSpec;
  /** Of the Job itself: of a CronJob what its template gives each of them. */
  readonly jobMetadata: ObjectMeta;
  readonly jobPath: FieldPath;
  readonly pod: PodSpec;
  readonly podPath: FieldPath;
  /** What the pod's containers do, as far as their commands tell. */
  readonly runOf: RunOf;
  readonly cronJob: CronJobSpec | undefined;
  /** A CronJob's schedule and zone, if both can be read. */
  readonly timing: Timing | undefined;
  readonly now: number;
  readonly partial: boolean;
  readonly claims: Claims;
  readonly takenByFlux: readonly TakenByFlux[];
}

const beginOf2026 = Date.UTC(2026, 0, 1);

/** The object is not yet given its defaults. */
export function subjectOf(advised: ObjectOfKind, context: AdviceContext): Subject {
  const { now = beginOf2026, partial = false, claims = noClaims, takenByFlux = [] } = context;
  const spec = field(root, 'spec');
  const metadata: ObjectMeta = advised.object.metadata ?? {};
  const cronJob = advised.kind === 'CronJob' ? (advised.object.spec ?? {}) : undefined;
  const job = advised.kind === 'Job' ? advised.object.spec : advised.object.spec?.jobTemplate?.spec;
  const jobPath = cronJob ? field(spec, 'jobTemplate', 'spec') : spec;
  const pod = job?.template?.spec ?? {};
  return {
    metadata,
    job: job ?? {},
    jobMetadata: advised.kind === 'Job' ? metadata : (advised.object.spec?.jobTemplate?.metadata ?? {}),
    jobPath,
    pod,
    podPath: field(jobPath, 'template', 'spec'),
    runOf: runsIn(pod),
    cronJob,
    timing: timingOf(cronJob),
    now,
    partial,
    claims,
    takenByFlux,
  };
}

function timingOf(cronJob: CronJobSpec | undefined): Timing | undefined {
  const text = cronJob?.schedule;
  if (text === undefined) return undefined;
  const parsed = parseSchedule(text);
  const zone = cronJob?.timeZone === undefined ? utc : findTimeZone(cronJob.timeZone);
  if (!parsed.ok || !zone) return undefined;
  return { text, schedule: parsed.schedule, zone, zoned: cronJob?.timeZone !== undefined };
}

/** The container that a path leads into; undefined of a path to something else. */
export function containerAt(path: FieldPath, { pod, podPath }: Subject): Container | undefined {
  const [list, index] = nodePath(path).slice(nodePath(podPath).length);
  if (list !== 'containers' && list !== 'initContainers') return undefined;
  return pod[list]?.[Number(index)];
}

/** Whether a container runs until something stops it, as its command tells; in the pod of a completion index, or in any. */
export function neverEnds(container: Container, { runOf }: Subject, index?: CompletionIndex): boolean {
  return runOf(container, index).seconds === Number.POSITIVE_INFINITY;
}
