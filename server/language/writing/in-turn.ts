import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { parseBody } from '../../manifest/body.ts';
import type { Source } from '../../manifest/source.ts';
import { textEdit } from './edits.ts';
import { difference } from './text-change.ts';

/** Edits of a document's text, each made in what the one before left. Undefined where one of them cannot be made. */
export type Step = (source: Source) => readonly TextEdit[] | undefined;

/** The edits of several steps as one, of no more than what differs in the end; those of a single step as they are. */
export function inTurn(source: Source, steps: readonly Step[]): readonly TextEdit[] | undefined {
  const [only, ...more] = steps;
  if (only && more.length === 0) return only(source);
  const last = steps.reduce<Source | undefined>((reached, step) => reached && after(reached, step(reached)), source);
  const change = last && difference(source.document.body.text, last.document.body.text);
  return change && [textEdit(source, change)].flatMap((edit) => edit ?? []);
}

function after({ text, document }: Source, edits: readonly TextEdit[] | undefined): Source | undefined {
  if (!edits) return undefined;
  const whole = TextDocument.applyEdits(text, [...edits]);
  const end = document.start + document.body.text.length + whole.length - text.getText().length;
  return {
    text: TextDocument.create(text.uri, text.languageId, text.version, whole),
    document: { ...document, body: parseBody(whole.slice(document.start, end)) },
  };
}
