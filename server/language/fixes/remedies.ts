import type { TextEdit } from 'vscode-languageserver-types';
import type { Change, Remedy } from '../../kubernetes/finding/remedy.ts';
import { podSpecPath } from '../../kubernetes/kinds.ts';
import { placeInDocument } from '../../kubernetes/written-part.ts';
import type { Source } from '../../manifest/source.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { hasContent } from '../../plain/record.ts';
import { edit, removeField, renameKey, replaceValue, setValue } from '../writing/edits.ts';
import { inTurn } from '../writing/in-turn.ts';
import { moveField } from '../writing/move.ts';
import { nestItems } from '../writing/nest-items.ts';
import { shiftLines } from '../writing/shift-lines.ts';
import { toSidecar } from '../writing/sidecar.ts';
import type { Fix, FixContext } from './fix.ts';

type Surroundings = Pick<FixContext, 'source' | 'kind' | 'written' | 'texts'>;

/** The remedies that a finding brings along, as edits of the text; those that the text leaves no room for are left out. */
export function remedyFixes(remedies: readonly Remedy[], context: Surroundings): readonly Fix[] {
  return remedies.flatMap(({ title, changes, preferred }) => {
    const edits = inTurn(
      context.source,
      changes.map((change) => (source) => editsOf(change, { ...context, source })),
    );
    const isPreferred = preferred && !changes.some((change) => takesAway(change, context.source));
    return edits ? [{ title: context.texts(title.code, title.args), edits, preferred: isPreferred }] : [];
  });
}

/** Whether something goes that holds more than a scalar: somebody has to want that. */
function takesAway({ does, path }: Change, { document: { body } }: Source): boolean {
  return does === 'remove' && hasContent(valueAt(body.value, path));
}

function editsOf(change: Change, context: Surroundings): readonly TextEdit[] | undefined {
  const { source } = context;
  switch (change.does) {
    case 'set':
      return only(setAsWritten(source, change.path, change.value));
    case 'remove':
      return only(removeField(source, change.path));
    case 'rename':
      return only(renameKey(source, change.path, change.name));
    case 'move':
      return moveField(source, change.path, change.to);
    case 'nest-items':
      return only(nestItems(source, change.path, change.count, change.to));
    case 'shift-lines':
      return only(shiftLines(source, change.first, change.last, change.by));
    case 'insert':
      return change.places.map((place) => edit(source, place, place, change.text));
    case 'make-sidecar':
      return sidecarIn(change.path, context);
  }
}

function sidecarIn(path: NodePath, { source, written, kind }: Surroundings): readonly TextEdit[] | undefined {
  const pod = placeInDocument(written, podSpecPath(kind));
  return pod && toSidecar(source, path, pod);
}

/** A word in quotes is replaced by one in quotes. */
function setAsWritten(source: Source, path: NodePath, value: unknown): TextEdit | undefined {
  const inQuotes = typeof value === 'string' && source.document.body.scalarSource(path)?.style.endsWith('quoted');
  return inQuotes ? replaceValue(source, path, JSON.stringify(value)) : setValue(source, path, value);
}

function only(edit: TextEdit | undefined): readonly TextEdit[] | undefined {
  return edit && [edit];
}
