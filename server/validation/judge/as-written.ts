import { fieldsOf } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { type Finding, hasCode } from '../../kubernetes/finding/finding.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { asciiFor } from '../../unicode/look-alikes.ts';
import type { JudgedDocument } from './judged-document.ts';
import type { JudgedFinding } from './judged-finding.ts';

/** The object that a finding is about, and where it begins in the document. */
interface Within {
  readonly kind: JobKind;
  readonly at: NodePath;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A value of the wrong type as its writer sees it: a word that stands for true, digits in quotes, text that a colon made a map of.
 * Where fields are to stand, a lone word lacks its colon, `name:a` the blank behind it, and `name\uff1aa` has a sign that is none.
 */
export function asWritten(finding: JudgedFinding, document: JudgedDocument, object: Within): JudgedFinding {
  if (!hasCode(finding, 'wrong-type')) return finding;
  const { path } = finding.at;
  const source = document.scalarSource?.(path);
  const range = document.valueRange?.(path);
  if (!source) return withWritten(finding, range ? mapInLine(finding, range, document) : undefined, true);
  if (source.style === 'block') return finding;
  const isPlain = source.style === 'plain';
  const isLine = range !== undefined && beginsLine(document, range.start);
  if (finding.args.expected === 'object' && isPlain && isLine) return withoutColon(finding, source.text, range.start, object);
  return source.text.includes('\n') ? finding : withWritten(finding, source.text, isPlain);
}

type WrongType = Finding<'wrong-type'>;

function withWritten(finding: WrongType, written: string | undefined, plain: boolean): JudgedFinding {
  return written === undefined ? finding : { ...finding, args: { ...finding.args, written, plain } };
}

/** `echo a: b`, where text is wanted: a map of one field on one line. */
function mapInLine({ args }: WrongType, { start, end }: Stretch, { text = '' }: JudgedDocument): string | undefined {
  const written = text.slice(start, end).trimEnd();
  return args.expected === 'string' && args.got === 'object' && !/\n|^\{/.test(written) ? written : undefined;
}

/** `metadata`, or `name:a`, on lines where fields are wanted. */
function withoutColon(finding: WrongType, written: string, start: number, object: Within): JudgedFinding {
  const { path, at, reason, severity } = finding;
  const told = { path, reason, severity };
  const [misread = '', named = '', sign = ''] = /^([A-Za-z][\w.-]*)[ \t]*(\P{ASCII})/u.exec(written) ?? [];
  if (asciiFor(sign) === ':') {
    const range = { start, end: start + misread.length };
    return { ...told, code: 'yaml-colon-missing', args: { key: named + sign }, at: { ...at, range } };
  }
  const lines = written.split('\n');
  const [, key = ''] = lines.every((line) => fieldWithoutBlank.test(line)) ? (fieldWithoutBlank.exec(lines[0] ?? '') ?? []) : [];
  if (key !== '') {
    const range = { start, end: start + key.length + 1 };
    return { ...told, code: 'yaml-blank-behind-colon', args: { key }, at: { ...at, range } };
  }
  const [word] = lines.length === 1 ? (/^[A-Za-z][\w.-]*(?=$|[ \t])/.exec(written) ?? []) : [];
  if (word === undefined || !mayBeField(word, finding, object)) return lines.length === 1 ? withWritten(finding, written, true) : finding;
  return { ...told, code: 'yaml-colon-missing', args: { key: word }, at: { ...at, range: { start, end: start + word.length } } };
}

/** An item that begins with no field of its kind is not one without its colon, as in a list of names. */
function mayBeField(word: string, { at: { path } }: WrongType, { kind, at }: Within): boolean {
  if (typeof path.at(-1) !== 'number') return true;
  const fields = fieldsOf(knownPlace(kind, path.slice(at.length))?.field ?? {}) ?? {};
  return Object.keys(fields).some((name) => name.startsWith(word));
}

/** Not `http://host`, nor `a:1:b`, which may be meant as they stand. */
const fieldWithoutBlank = /^\s*([A-Za-z][\w.-]*):[^\s:/][^:]*$/;

function beginsLine({ text = '' }: JudgedDocument, offset: number): boolean {
  return /^[ -]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset));
}
