import type { Assumption } from '../../estimate/runs/assumption.ts';
import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { Container, CronJob, Job, PodSpec } from '../../kubernetes/generated/types.ts';
import type { ExistingObject } from '../../kubernetes/references/existing-object.ts';
import { containerReferences, podReferences, type Reference, volumeReferences } from '../../kubernetes/references/pod-references.ts';
import { oncePer } from '../../plain/once-per.ts';

/** Other objects that pods name: those that are known to exist, and where that is. */
export interface Surroundings {
  readonly namespace: string;
  readonly existing: readonly ExistingObject[];
}

/** That what the pods name and nobody is known to have made is there, in one sentence; what they can do without is not asked for. */
export function objectAssumptions(object: Job | CronJob, existing: readonly ExistingObject[]): readonly Assumption[] {
  const named = podReferences(jobOf(object).spec?.template?.spec ?? {}).filter(
    (one) => !one.optional && !existing.some((other) => isMeant(one, other)),
  );
  const names = [...new Set(named.map(({ kind, name }) => `${kind} \`${name}\``))];
  return names.length > 0 ? [{ code: 'assumed-objects', args: { objects: { quoted: names.join(', ') } } }] : [];
}

/** Why something cannot start: an object that exists lacks a key. */
export interface MissingKey {
  /** In the kubelet's words. */
  readonly error: string;
  readonly assumption: Assumption;
}

export interface UnmountableVolume extends MissingKey {
  readonly volume: string;
}

export interface MissingKeys {
  ofContainer(container: Container): MissingKey | undefined;
  /** The first volume of the pod that cannot be mounted. */
  ofVolumes(pod: PodSpec): UnmountableVolume | undefined;
}

export function missingKeys({ namespace, existing }: Surroundings): MissingKeys {
  if (existing.length === 0) return { ofContainer: () => undefined, ofVolumes: () => undefined };
  const missing = (references: readonly Reference[], hasBytes: boolean) =>
    references.flatMap((reference) => {
      const object = reference.optional ? undefined : existing.find((other) => isMeant(reference, other));
      const keys = object && [...object.keys, ...(hasBytes ? object.binaryKeys : [])];
      const key = keys && reference.keys.find((one) => !keys.includes(one));
      return key === undefined ? [] : [{ ...reference, key }];
    });
  return {
    /** pkg/kubelet/kubelet_pods.go makeEnvironmentVariables, 1.37. */
    ofContainer: oncePer(
      (container) => container,
      (container) => {
        const [first] = missing(containerReferences(container), false);
        if (!first) return undefined;
        const { kind, name: object, key } = first;
        return {
          error: `couldn't find key ${key} in ${kind} ${namespace}/${object}`,
          assumption: { code: 'estimate-missing-key', args: { container: container.name ?? '', kind, object, key } },
        };
      },
    ),
    /** MakePayload in pkg/volume/configmap/configmap.go and pkg/volume/secret/secret.go, collectData in pkg/volume/projected, 1.37. */
    ofVolumes: oncePer(
      (pod) => pod,
      ({ volumes = [] }) => {
        const [first] = volumes.flatMap((volume) => {
          const lacking = missing(volumeReferences(volume), true);
          return lacking.length > 0 ? [{ volume: volume.name ?? '', lacking }] : [];
        });
        const [reason] = first?.lacking ?? [];
        if (!first || !reason) return undefined;
        const errors = [...new Set(first.lacking.map(mountError))];
        const { kind, name: object, key } = reason;
        return {
          volume: first.volume,
          error: errors.length > 1 ? `[${errors.join(', ')}]` : errors.join(''),
          assumption: { code: 'estimate-missing-file', args: { volume: first.volume, kind, object, key } },
        };
      },
    ),
  };
}

function mountError({ kind, key }: { readonly kind: Reference['kind']; readonly key: string }): string {
  return kind === 'Secret' ? `references non-existent secret key: ${key}` : `configmap references non-existent config key: ${key}`;
}

function isMeant({ kind, name }: Reference, other: ExistingObject): boolean {
  return other.kind === kind && other.name === name;
}
