import type { ObjectInText } from '../../application/analysis.ts';
import type { Settings } from '../../application/settings/settings.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { isCronJob, type JobKind, type ObjectOfKind } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { kindOf, objectValue } from '../reading/place-at.ts';

/** An object as far as it could be decoded, about whose places Kubernetes is asked, and the version that is asked. */
export type AskedObject = ObjectOfKind & { readonly version: KubernetesVersion };

/** An object of a text, in the version of Kubernetes that is in force. */
export function askedObject(inText: ObjectInText, { kubernetesVersion }: Pick<Settings, 'kubernetesVersion'>): AskedObject {
  const { object } = inText.judged;
  if (!object) return askedValue(kindOf(inText), objectValue(inText), kubernetesVersion);
  return isCronJob(object) ? { kind: 'CronJob', object, version: kubernetesVersion } : { kind: 'Job', object, version: kubernetesVersion };
}

/** An object of plain values, sound or not; undefined where nothing could be read. */
export function askedValue(kind: JobKind, value: unknown, version: KubernetesVersion): AskedObject {
  return kind === 'Job'
    ? { kind, object: decode(kind, value, version).object, version }
    : { kind, object: decode(kind, value, version).object, version };
}
