import type { Analysis } from '../../application/analysis.ts';
import type { ObjectFinding } from '../../application/located-finding.ts';
import { scalarShape } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { recordOf } from '../fields/field-records.ts';
import { yamlText } from '../writing/yaml-text.ts';

/** What the form for a wrong verdict asks, by the names of its fields (.github/ISSUE_TEMPLATE/wrong-verdict.yml). */
export interface VerdictReport {
  readonly manifest: string;
  readonly kubernetes: string;
  readonly said: string;
}

/** A report of a finding with the shape of its object: its fields, without the texts that somebody wrote into them. */
export function verdictReport({ settings }: Analysis, { object, finding, message }: ObjectFinding): VerdictReport {
  const value = valueAt(object.source.document.body.value, object.judged.at);
  const kind = object.judged.kind ?? 'Job';
  const at = finding.path === '' ? '' : ` at ${finding.path}`;
  return {
    manifest: `${yamlText(shapeOf(value, kind))}\n`,
    kubernetes: settings.kubernetesVersion,
    said: `${finding.severity} ${finding.code} (${finding.reason})${at}: ${withoutTexts(message, value, kind)}`,
  };
}

function shapeOf(value: unknown, kind: JobKind, path: NodePath = []): unknown {
  if (Array.isArray(value)) return value.map((inner, place) => shapeOf(inner, kind, [...path, place]));
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner, kind, [...path, key])]));
  return typeof value === 'string' && !isWordOfTheApi(value, kind, path) ? placeholder(value) : value;
}

/** Whether a text is one of those that the field takes, so that it tells nothing of whose manifest it is. */
function isWordOfTheApi(text: string, kind: JobKind, path: NodePath): boolean {
  if (path.length === 1 && (path[0] === 'apiVersion' || path[0] === 'kind')) return true;
  const known = knownPlace(kind, path);
  if (!known) return false;
  const listed = recordOf(known).value?.choices?.({ kind, path, object: undefined }) ?? [];
  return listed.some(({ value }) => value === text) || (scalarShape(known.field)?.enum ?? []).includes(text);
}

/** As long as the text, so that what is said of lengths can be seen. */
function placeholder(text: string): string {
  return text === '' ? '' : `text of ${text.length}`;
}

/** A message may quote what stands in the manifest. */
function withoutTexts(message: string, value: unknown, kind: JobKind): string {
  return [...textsIn(value, kind)]
    .filter((text) => text.length > 2)
    .sort((a, b) => b.length - a.length)
    .reduce((said, text) => said.replaceAll(text, placeholder(text)), message);
}

function* textsIn(value: unknown, kind: JobKind, path: NodePath = []): Generator<string> {
  if (typeof value === 'string') {
    if (!isWordOfTheApi(value, kind, path)) yield value;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, kind, [...path, Array.isArray(value) ? Number(key) : key]);
}
