import type { TextEdit } from 'vscode-languageserver-types';
import type { Change, Remedy } from '../../kubernetes/finding/remedy.ts';
import { podSpecPath } from '../../kubernetes/kinds.ts';
import type { Source } from '../../manifest/source.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { removeField, replaceValue, setValue } from '../writing/edits.ts';
import { toSidecar } from '../writing/sidecar.ts';
import type { Fix, FixContext } from './fix.ts';

type Surroundings = Pick<FixContext, 'source' | 'kind' | 'base' | 'texts'>;

/** The remedies that a finding brings along, as edits of the text; those that the text leaves no room for are left out. */
export function remedyFixes(remedies: readonly Remedy[], context: Surroundings): readonly Fix[] {
  return remedies.flatMap(({ title, changes, preferred }) => {
    const edits = changes.map((change) => editsOf(change, context));
    if (edits.includes(undefined)) return [];
    return [{ title: context.texts(title.code, title.args), edits: edits.flatMap((some) => some ?? []), preferred }];
  });
}

function editsOf(change: Change, context: Surroundings): readonly TextEdit[] | undefined {
  switch (change.does) {
    case 'set':
      return only(setAsWritten(context.source, change.path, change.value));
    case 'remove':
      return only(removeField(context.source, change.path));
    case 'make-sidecar':
      return toSidecar(context.source, change.path, [...context.base, ...podSpecPath(context.kind)]);
  }
}

/** A word in quotes is replaced by one in quotes. */
function setAsWritten(source: Source, path: NodePath, value: unknown): TextEdit | undefined {
  const inQuotes = typeof value === 'string' && source.document.body.scalarSource(path)?.style.endsWith('quoted');
  return inQuotes ? replaceValue(source, path, JSON.stringify(value)) : setValue(source, path, value);
}

function only(edit: TextEdit | undefined): readonly TextEdit[] | undefined {
  return edit && [edit];
}
