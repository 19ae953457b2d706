import type { Position, Range } from 'vscode-languageserver-types';
import { textRange } from '../manifest/source.ts';
import { type NodePath, startsWith } from '../plain/node-path.ts';
import { type Analysis, objectAt } from './analysis.ts';
import { locate } from './locate.ts';
import type { ObjectId } from './object-id.ts';
import { findObject } from './object-ranges.ts';

/** A field of an object of ours, from the root of the object. */
export interface FieldId extends ObjectId {
  readonly path: NodePath;
}

/** Where a field stands in the text; where it is not there the nearest above it that is. Undefined where the object is gone. */
export function placeOfField(analysis: Analysis, { path, ...id }: FieldId): Range | undefined {
  const object = findObject(analysis, id);
  if (!object) return undefined;
  const { source, judged } = object;
  // Of a carried Job only a part is written.
  const part = judged.carrier?.carried.part ?? [];
  const written = startsWith(path, part) ? path.slice(part.length) : [];
  return textRange(source, locate(source.document.body, { path: [...judged.at, ...written], part: 'key' }));
}

/** The field at a place of the text; undefined where no object of ours is. */
export function fieldAt(analysis: Analysis, position: Position): FieldId | undefined {
  const offset = analysis.text.offsetAt(position);
  const object = objectAt(analysis, offset);
  if (!object || object.inline) return undefined;
  const { source, judged } = object;
  const { path } = source.document.body.pathAt(offset - source.document.start);
  if (!startsWith(path, judged.at)) return undefined;
  const id = { document: source.document.index, path: path.slice(judged.at.length) };
  return judged.item === undefined ? id : { ...id, item: judged.item };
}
