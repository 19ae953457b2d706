import type { RunOf } from '../../estimate/runs/pod-run.ts';
import type { Schedule } from '../../kubernetes/cron/schedule.ts';
import { type FieldPath, nodePath } from '../../kubernetes/finding/field-path.ts';
import type { Place, Related } from '../../kubernetes/finding/finding.ts';
import type { CronJobSpec, JobSpec, ObjectMeta, PodSpec } from '../../kubernetes/generated/types.ts';
import type { TimeZone } from '../../kubernetes/time-zones/time-zone.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { ArgumentsOf, Code } from '../../messages/en/index.ts';

export type AdviceLevel = 'off' | 'info' | 'warning';

/** What a rule may know besides the object. */
export interface AdviceContext {
  readonly version: KubernetesVersion;
  /** The time from which coming runs are looked for, in epoch milliseconds; 2026 begins where it is left out. */
  readonly now?: number;
  /** The document is a patch: what is missing stands elsewhere. */
  readonly partial?: boolean;
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
}

/** What a rule found, before it has a level. */
export interface Advice<Args> {
  readonly path: FieldPath;
  readonly part: Place['part'];
  readonly args: Args;
  readonly related?: readonly Related[];
}

/** One rule. Its text is in `messages/en/advice.ts`, its page in `docs/rules/`, both by its code. */
export interface AdviceRule<C extends Code = Code> {
  readonly code: C;
  /** Quiet by default: `warning` only for what will surely fail, or never run or end. */
  readonly level: 'info' | 'warning';
  /** The first place in the object that calls for it. */
  check(subject: Subject): Advice<ArgumentsOf<C>> | undefined;
}

export function atValue<Args>(path: FieldPath, args: NoInfer<Args>, related?: readonly Related[]): Advice<Args> {
  return { path, part: 'value', args, ...(related ? { related } : {}) };
}

export function atKey<Args>(path: FieldPath, args: NoInfer<Args>, related?: readonly Related[]): Advice<Args> {
  return { ...atValue<Args>(path, args, related), part: 'key' };
}

/** Of a field that is missing: shown at the nearest parent that is there. */
export function atParent<Args>(path: FieldPath, args: NoInfer<Args>): Advice<Args> {
  return { path, part: 'parent', args };
}

/** The other field that a piece of advice has to do with. */
export function related(path: FieldPath, name: string): Related {
  return { at: { path: nodePath(path), part: 'key' }, code: 'related-field', args: { field: name } };
}
