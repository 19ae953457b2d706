import type { CronJob, Job, ObjectMeta } from '../../kubernetes/generated/types.ts';
import type { JobKind, ObjectOfKind } from '../../kubernetes/kinds.ts';
import type { JudgedObject } from '../../validation/judge/judged-object.ts';

/** A Job or CronJob that exists: as a manifest made it, or as a cluster has it. */
export interface ExistingObject {
  readonly kind: JobKind;
  readonly name: string;
  /** Undefined where nobody says. */
  readonly namespace: string | undefined;
  /** As it is written, without defaults. */
  readonly object: Job | CronJob;
  /** Whether it was read from a cluster, with its status and what the server filled in. */
  readonly isLive: boolean;
}

/**
 * Those of judged objects that can exist: none that gets a new name each time, none that the server would refuse; what comes from a
 * cluster exists, whatever would be said of making it anew. `namespace` is where those live that name none.
 */
export function existingAmong(judged: readonly JudgedObject[], namespace?: string): readonly ExistingObject[] {
  return judged.flatMap(({ kind, object, findings }) => {
    const { name, namespace: own, generateName, uid }: ObjectMeta = object?.metadata ?? {};
    const isLive = uid !== undefined;
    if (!kind || !object || name === undefined) return [];
    if (!isLive && (generateName !== undefined || findings.some(({ severity }) => severity === 'error'))) return [];
    return [{ kind, name, namespace: own ?? namespace, object, isLive }];
  });
}

/**
 * Which of them an object is once more: one of its kind, name and namespace. What comes from a cluster always says its namespace,
 * manifests often do not: they may mean any.
 */
export function sameAmong(
  existing: readonly ExistingObject[],
  { kind, object }: ObjectOfKind,
  namespace = object.metadata?.namespace,
): ExistingObject | undefined {
  const { name, generateName } = object.metadata ?? {};
  if (name === undefined || generateName !== undefined) return undefined;
  const named = existing.filter((one) => one.kind === kind && one.name === name);
  return named.find((one) => one.namespace === namespace) ?? (namespace === undefined ? named.find(({ isLive }) => isLive) : undefined);
}
