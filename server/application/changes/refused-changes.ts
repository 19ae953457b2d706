import { applied, lastApplied } from '../../kubernetes/creation/applied.ts';
import { asStored } from '../../kubernetes/creation/as-stored.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { setCronJobDefaults, setJobDefaults } from '../../kubernetes/defaults/job.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import { semanticallyEqual } from '../../kubernetes/values/semantic-equality.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { refusedJobChanges, validateCronJobUpdate, validateJobUpdate } from '../../validation/job/update.ts';
import type { ExistingObject } from './existing-objects.ts';

/** What the server refuses of an edit, and where the two differ there. */
export interface RefusedChange {
  /** In the server's words; its paths begin at the object. */
  readonly finding: Finding;
  /** Whether it is refused because it is a change: made anew, the object would be taken. */
  readonly isChange: boolean;
  /** The innermost places that differ, a list of another length as a whole; none where the edit is refused for what it is. */
  readonly places: readonly ChangedPlace[];
}

export interface ChangedPlace {
  readonly path: NodePath;
  /** As it is written in the object that exists; undefined where it is not. */
  readonly old: unknown;
}

/** What Kubernetes refuses when a manifest is applied to an object that exists. `written` is decoded, without defaults. */
export function refusedChanges(written: Job | CronJob, existing: ExistingObject, version: KubernetesVersion): readonly RefusedChange[] {
  const { object: old } = existing;
  if (isCronJob(written) || isCronJob(old)) return refusedOfCronJob(written, existing, version);
  const [job, stored] = storedPair(written, old, existing.isLive, version);
  const ofChange = refusedJobChanges(job, stored, { version });
  return validateJobUpdate(job, stored, { version }).map((finding) => {
    const isChange = ofChange.some(({ path, code }) => path === finding.path && code === finding.code);
    return { finding, isChange, places: isChange ? placesOf(finding, written, old, job, stored) : [] };
  });
}

/** Anything in a CronJob may change, as long as what comes of it is sound. */
function refusedOfCronJob(written: Job | CronJob, existing: ExistingObject, version: KubernetesVersion): readonly RefusedChange[] {
  const { object: old, isLive } = existing;
  if (!isCronJob(written) || !isCronJob(old)) return [];
  const stored = setCronJobDefaults(old, version);
  const edited = setCronJobDefaults(
    decode('CronJob', applied('CronJob', stored, isLive ? lastApplied(old) : old, written), version).object,
    version,
  );
  return validateCronJobUpdate(edited, stored, { version }).map((finding) => ({ finding, isChange: false, places: [] }));
}

/**
 * What the Job is to be, and what it is, as the server stores them. What the server filled in when it was made stays: who sets
 * `parallelism` later does not make it a work queue.
 */
function storedPair(written: Job, old: Job, isLive: boolean, version: KubernetesVersion): readonly [Job, Job] {
  const stored = isLive ? setJobDefaults(old, version) : asStored(old, version);
  const { status: _, ...said } = written;
  const edited = decode('Job', applied('Job', stored, isLive ? lastApplied(old) : old, said), version).object;
  return [setJobDefaults(edited, version), stored];
}

function placesOf({ at }: Finding, written: Job, old: Job, job: Job, stored: Job): readonly ChangedPlace[] {
  const isChanged = (path: NodePath) => !semanticallyEqual(valueAt(job, path), valueAt(stored, path), String(path.at(-1)));
  return differences(valueAt(old, at.path), valueAt(written, at.path), at.path)
    .filter(isChanged)
    .map((path) => ({ path, old: valueAt(old, path) }));
}

function differences(old: unknown, now: unknown, path: NodePath): readonly NodePath[] {
  if (Object.is(old, now)) return [];
  if (Array.isArray(old) && Array.isArray(now) && old.length === now.length)
    return now.flatMap((item, index) => differences(old[index], item, [...path, index]));
  if (isRecord(old) && isRecord(now))
    return [...new Set([...Object.keys(now), ...Object.keys(old)])].flatMap((name) => differences(old[name], now[name], [...path, name]));
  return [path];
}
