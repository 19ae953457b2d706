import type { fixes } from '../../messages/en/fixes.ts';
import type { Remark } from '../../messages/en/index.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { placeInDocument, type WrittenPart } from '../written-part.ts';
import { type FieldPath, nodePath } from './field-path.ts';

/** One step of a remedy, at a path of the document. */
export type Change =
  /** Writes a plain value, whatever stands there; objects that are missing on the way are made. */
  | { readonly does: 'set'; readonly path: NodePath; readonly value: unknown }
  /** Takes out a field or a list's item. */
  | { readonly does: 'remove'; readonly path: NodePath }
  /** Gives a field another name. */
  | { readonly does: 'rename'; readonly path: NodePath; readonly name: string }
  /** Takes a field out and puts it into the object at another place; objects that are missing on the way are made. */
  | { readonly does: 'move'; readonly path: NodePath; readonly to: NodePath }
  /** Makes so many items of a list, from the one at the path on, items of the list with which the item before them ends. */
  | { readonly does: 'nest-items'; readonly path: NodePath; readonly count: number; readonly to: NodePath }
  /** Moves lines of the document, counted from 0, the last included, so many blanks to the right, or to the left below 0. */
  | { readonly does: 'shift-lines'; readonly path: NodePath; readonly first: number; readonly last: number; readonly by: number }
  /** Puts a text in at these places, offsets in the document that lie within the value at the path. */
  | { readonly does: 'insert'; readonly path: NodePath; readonly places: readonly number[]; readonly text: string }
  /** Moves a container to the init containers, where `restartPolicy: Always` lets it run beside the others. */
  | { readonly does: 'make-sidecar'; readonly path: NodePath };

/** What mends a finding, as data: whoever found it knows what to change, and the language layer how to write that into a text. */
export interface Remedy {
  /** What it does, in the words of a text for fixes. */
  readonly title: Remark<keyof typeof fixes>;
  /** All of them, or the remedy is none. */
  readonly changes: readonly Change[];
  /** The one that is offered first and that "fix all" takes; at most one of a finding's remedies. */
  readonly preferred: boolean;
}

type Choices = Partial<Pick<Remedy, 'title' | 'preferred'>>;

/** Writes a value into a field, preferred unless said otherwise; the title names the field and the value. */
export function setting(path: FieldPath, value: string | number, choices: Choices = {}): Remedy {
  const title: Remedy['title'] = { code: 'fix-set-field', args: { field: String(path.segment), value } };
  return { title, changes: [{ does: 'set', path: nodePath(path), value }], preferred: true, ...choices };
}

/** Puts another value in the place of the one that is written, preferred unless said otherwise; the title names that value. */
export function replacing(path: FieldPath, value: string | readonly string[], choices: Choices = {}): Remedy {
  const title: Remedy['title'] = {
    code: 'fix-replace',
    args: { value: typeof value === 'string' ? value : `[${value.map((word) => JSON.stringify(word)).join(', ')}]` },
  };
  return { title, changes: [{ does: 'set', path: nodePath(path), value }], preferred: true, ...choices };
}

/** Takes out a field or a list's item, preferred unless said otherwise. */
export function removing(path: FieldPath, choices: Choices = {}): Remedy {
  const title: Remedy['title'] =
    typeof path.segment === 'string' ? { code: 'fix-remove-field', args: { field: path.segment } } : { code: 'fix-remove-item', args: {} };
  return { title, changes: [{ does: 'remove', path: nodePath(path) }], preferred: true, ...choices };
}

/** A remedy whose paths begin at an object, for the document that the object stands in; undefined where it changes what is not written there. */
export function remedyIn(written: WrittenPart, remedy: Remedy): Remedy | undefined {
  const changes = remedy.changes.flatMap((change) => changeIn(written, change) ?? []);
  return changes.length === remedy.changes.length ? { ...remedy, changes } : undefined;
}

function changeIn(written: WrittenPart, change: Change): Change | undefined {
  const path = placeInDocument(written, change.path);
  if (!path || !('to' in change)) return path && { ...change, path };
  const to = placeInDocument(written, change.to);
  return to && { ...change, path, to };
}
