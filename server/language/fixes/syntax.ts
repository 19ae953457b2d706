import type { TextEdit } from 'vscode-languageserver-types';
import { fieldsOf } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { placeInObject } from '../../kubernetes/written-part.ts';
import type { SyntaxProblem } from '../../manifest/document.ts';
import { colonsForOthers } from '../../manifest/faults/colons.ts';
import { replaced } from '../../manifest/faults/text-map.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { textRange } from '../../manifest/source.ts';
import { lookAlikesIn } from '../../unicode/look-alikes.ts';
import type { FixContext, Fixer } from './fix.ts';

type Mend = NonNullable<SyntaxProblem['mends']>[number];

/** A colon behind a word, where the reader of YAML took it for text. */
export const colon: Fixer<'yaml-colon-missing'> = (context) => {
  const known = mends(context);
  const { source, finding, texts } = context;
  const { range } = finding.at;
  const value = source.document.body.valueRange(finding.at.path);
  if (known.length > 0 || !range || !value) return known;
  const others = colonsForOthers(source.document.body.text.slice(value.start, value.end));
  if (others.length > 0) {
    const edits = others.map(({ start, end, text }) => ({
      range: textRange(source, { start: value.start + start, end: value.start + end }),
      newText: text,
    }));
    return [{ title: texts('fix-replace-unseen', { characters: lookAlikesIn(String(finding.args.key)) }), edits, preferred: true }];
  }
  const edit = { range: textRange(source, { start: range.end, end: range.end }), newText: ':' };
  return [{ title: texts('fix-colon', finding.args), edits: [edit], preferred: true }];
};

/** A blank behind the colon of each line, where the reader of YAML took them for text. */
export const blankBehindColon: Fixer<'yaml-blank-behind-colon'> = (context) => {
  const known = mends(context);
  const { source, finding, texts } = context;
  const { body } = source.document;
  const range = body.valueRange(finding.at.path);
  if (known.length > 0 || !range) return known;
  const colons = [...body.text.slice(range.start, range.end).matchAll(/^[^\n:]*:/gm)];
  const edits = colons.map(({ index, 0: written }): TextEdit => {
    const at = range.start + index + written.length;
    return { range: textRange(source, { start: at, end: at }), newText: ' ' };
  });
  return [{ title: texts('fix-blank'), edits, preferred: true }];
};

/** `*x` where nothing is called so: it may have been meant as text. */
export const unknownAnchor: Fixer<'yaml-unknown-anchor'> = ({ source, finding, texts }) => {
  const { range } = finding.at;
  const { text } = source.document.body;
  const value = range ? text.slice(range.start, range.end) : '';
  if (!range || !value.startsWith('*')) return [];
  const edit = { range: textRange(source, range), newText: JSON.stringify(value) };
  return [{ title: texts('fix-quote', { value }), edits: [edit], ...(text.includes('&') ? {} : { preferred: true }) }];
};

/** What the reader of YAML knows to mend a fault. Of two ways the one is evident that makes a field of the API, or else the one that makes none. */
export const mends: Fixer = (context) => {
  const { source, texts } = context;
  const offered = mendsOf(context);
  const best = evident(offered, context);
  return offered.map((mend) => ({
    title: texts(mend.title.code, mend.title.args),
    edits: mend.edits.map((edit): TextEdit => ({ range: textRange(source, edit), newText: edit.text })),
    ...(mend === best ? { preferred: true } : {}),
  }));
};

function evident(offered: readonly Mend[], context: FixContext): Mend | undefined {
  const likely = offered.find(({ preferred }) => preferred);
  if (offered.length === 1) return likely;
  const fitting = offered.filter((mend) => makesField(mend, context));
  if (fitting.length === 1) return fitting[0];
  return likely && offered.find(({ preferred }) => !preferred);
}

function mendsOf({ source, finding }: FixContext): readonly Mend[] {
  const { range } = finding.at;
  return source.document.body.problems.find(({ code, range: { start } }) => code === finding.code && start === range?.start)?.mends ?? [];
}

/** Whether the word at the fault is then a field that may stand there. */
function makesField({ edits }: Mend, { source, finding, kind, written }: FixContext): boolean {
  const { text } = source.document.body;
  const word = /^[\w.-]+/.exec(text.slice(finding.at.range?.start ?? 0))?.[0] ?? '';
  const before = edits.filter(({ start }) => start <= (finding.at.range?.start ?? 0));
  const at = before.reduce((offset, edit) => offset + edit.text.length - (edit.end - edit.start), finding.at.range?.start ?? 0);
  const [document] = parseManifests(replaced(text, edits)).documents;
  const { path, onKey } = document?.body.pathAt(at - document.start) ?? { path: [], onKey: false };
  const place = onKey && path.at(-1) === word ? knownPlace(kind, placeInObject(written, path.slice(0, -1))) : undefined;
  const fields = place && fieldsOf(place.field);
  return fields !== undefined && Object.hasOwn(fields, word);
}
