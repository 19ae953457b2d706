import type { Position } from 'vscode-languageserver-types';
import { type Analysis, type ObjectInText, objectAt } from '../../application/analysis.ts';
import { likelyKind } from '../../kubernetes/fields/kind-in-text.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { Range } from '../../manifest/document.ts';
import type { Source } from '../../manifest/source.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { startsWith, valueAt } from '../../plain/node-path.ts';

/** The key or scalar under a position, in an object of ours. */
export interface PlaceAt {
  readonly object: ObjectInText;
  readonly source: Source;
  readonly kind: JobKind;
  /** From the root of the document. */
  readonly path: NodePath;
  /** From the root of the object. */
  readonly inObject: NodePath;
  readonly onKey: boolean;
  /** In the document. */
  readonly range: Range;
}

export function placeAt(analysis: Analysis, position: Position): PlaceAt | undefined {
  const offset = analysis.text.offsetAt(position);
  const object = objectAt(analysis, offset);
  if (!object) return undefined;
  const { source, judged } = object;
  const { body, start } = source.document;
  const { path, onKey, range } = body.pathAt(offset - start);
  if (!startsWith(path, judged.at)) return undefined;
  if (!range || offset - start < range.start || offset - start > range.end) return undefined;
  if (!onKey && body.scalarSource(path) === undefined) return undefined;
  return { object, source, kind: kindOf(object), path, inObject: path.slice(judged.at.length), onKey, range };
}

/** What could be read of an object; of one that another project carries the whole Job that is made of it. */
export function objectValue({ source, judged }: ObjectInText): unknown {
  return judged.carrier ? judged.carrier.carried.job : valueAt(source.document.body.value, judged.at);
}

/** The kind of an object; what it most likely is where that cannot be read. */
export function kindOf({ source, judged }: ObjectInText): JobKind {
  return judged.kind ?? likelyKind(source.document.body.text);
}
