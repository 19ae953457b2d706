import type { Position } from 'vscode-languageserver-types';
import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import { placeInObject } from '../../kubernetes/written-part.ts';
import type { Range } from '../../manifest/document.ts';
import type { Source } from '../../manifest/source.ts';
import { type NodePath, startsWith } from '../../plain/node-path.ts';

/** The key or scalar under a position, in a Job or pod that an object of another project carries. */
export interface CarriedPlace {
  readonly source: Source;
  /** The Job that is made of it. */
  readonly object: ObjectInText;
  /** From the root of that Job. */
  readonly inJob: NodePath;
  readonly onKey: boolean;
  /** In the document. */
  readonly range: Range;
}

/** Undefined of what is the other project's own. */
export function carriedPlaceAt(analysis: Analysis, position: Position): CarriedPlace | undefined {
  const offset = analysis.text.offsetAt(position);
  const here = analysis.carried.filter(({ source: { document } }) => document.start <= offset);
  const document = here.at(-1)?.source.document;
  if (!document || document !== analysis.file.documents.findLast(({ start }) => start <= offset)) return undefined;
  const { path, onKey, range } = document.body.pathAt(offset - document.start);
  const object = here.find(({ source, judged }) => source.document === document && startsWith(path, judged.at));
  const carried = object?.judged.carrier?.carried;
  if (!object || !carried || !range || path.length === object.judged.at.length) return undefined;
  if (offset - document.start < range.start || offset - document.start > range.end) return undefined;
  const inJob = placeInObject({ at: object.judged.at, part: carried.part }, path);
  return { source: object.source, object, inJob, onKey, range };
}
