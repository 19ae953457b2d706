import { fieldNames } from '../../kubernetes/decoding/field-names.ts';
import { fieldsOf } from '../../kubernetes/fields/api-fields.ts';
import { saidKind } from '../../kubernetes/fields/kind-in-text.ts';
import { rootPlace } from '../../kubernetes/fields/places.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { ManifestBody } from '../../manifest/document.ts';
import type { JudgedObject } from '../../validation/judge/judged-object.ts';

/** Whether most of a document stands at column 0, as YAML does that was copied from some web pages; it may be broken by that. */
export function hasLostIndentation(body: ManifestBody, { kind, at, findings }: JudgedObject): boolean {
  const isText = findings.some(({ reason }) => reason === 'NotYAML');
  // That few findings are none is known sooner than how the document is written.
  if (at.length > 0 || !(isText || findings.length >= 3) || body.collection([])?.flow === true) return false;
  if (isText) return lostKeys(body.text, kind ?? saidKind(body.text)) >= 3;
  if (kind === null) return false;
  const unknown = findings.filter(({ reason, at }) => reason === 'UnknownField' && at.path.length === 1);
  const names = unknown.map((finding) => String(finding.at.path[0]));
  return names.length >= 3 && countInside(kind, names) >= 3;
}

/** How many lines at column 0 have keys that belong further inside. */
function lostKeys(text: string, kind: JobKind | undefined): number {
  const own = kind && fieldsOf(rootPlace(kind).field);
  if (!kind || !own) return 0;
  const keys = [...text.matchAll(/^(\w+)\s*:(?=\s|$)/gm)].map((match) => match[1] ?? '');
  const lost = keys.filter((key) => !Object.hasOwn(own, key));
  return countInside(kind, lost);
}

/** How many keys are fields of something inside an object of that kind. */
function countInside(kind: JobKind, keys: readonly string[]): number {
  const names = fieldNames(kind);
  return keys.filter((key) => names.has(key)).length;
}
