import type { Shell } from '../state/shell.ts';
import { concat, type ProcessId, type Value, valueOfPieces } from '../state/value.ts';
import { separators } from '../state/variables.ts';

/** A piece of a word that is expanded: text as written, what an expansion gave, nothing at all, or the end of an argument. */
export type Piece =
  | { readonly kind: 'literal' | 'expanded' | 'nothing'; readonly value: Value; readonly quoted: boolean }
  | { readonly kind: 'break' };

/** Arguments; `counted` says that they are as many as these, which is not known where something unknown is split. */
export interface Fields {
  readonly values: readonly Value[];
  readonly counted: boolean;
  /** Those of them that are assignments, as `export` takes them, by their places. */
  readonly assigned?: ReadonlyMap<number, Assigned>;
}

export interface Assigned {
  readonly name: string;
  /** `NAME+=VALUE`. */
  readonly appends: boolean;
  readonly value: Value;
}

/** An argument being put together. */
interface Field {
  readonly values: Value[];
  /** It is one even when it is empty. */
  there: boolean;
  /** Names of files may take its place. */
  globs: boolean;
}

/** A part that splitting gives. */
interface Part {
  readonly value: Value;
  /** A sign that is no blank ends it, so that it is an argument even when it is empty. */
  readonly ended: boolean;
}

/** Splits the pieces of one word into arguments. */
export function finishFields(shell: Shell, pieces: readonly Piece[]): Fields {
  const fields: Field[] = [newField()];
  let counted = true;
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      fields.push(newField());
      continue;
    }
    const splits = piece.kind === 'expanded' && !piece.quoted;
    const parts = splits ? splitValue(piece.value, separators(shell)) : [{ value: piece.value, ended: piece.kind !== 'nothing' }];
    counted &&= parts !== undefined;
    append(fields, parts ?? [{ value: undefined, ended: true }], !piece.quoted);
  }
  const there = fields.filter((field) => field.there);
  const globs = (field: Field) => field.globs && !shell.options.has('noglob');
  return { values: there.map((field) => (globs(field) ? undefined : concat(field.values))), counted: counted && !there.some(globs) };
}

function newField(): Field {
  return { values: [], there: false, globs: false };
}

/** The first part belongs to the last argument, the others are arguments of their own. */
function append(fields: Field[], parts: readonly Part[], pattern: boolean): void {
  for (const [place, { value, ended }] of parts.entries()) {
    if (place > 0) fields.push(newField());
    const field = fields.at(-1);
    if (!field) return;
    field.values.push(value);
    field.there ||= ended || value !== '';
    field.globs ||= pattern && typeof value === 'string' && /[*?]|\[.*\]/.test(value);
  }
}

/** Splits what an expansion gave, as the variable IFS says. Undefined where it is not known. */
function splitValue(value: Value, signs: string | undefined): readonly Part[] | undefined {
  if (value === undefined || signs === undefined) return undefined;
  const parts: { pieces: (string | ProcessId)[]; ended: boolean }[] = [{ pieces: [], ended: false }];
  for (const piece of typeof value === 'string' ? [value] : value.pieces) {
    if (typeof piece !== 'string') {
      parts.at(-1)?.pieces.push(piece);
      continue;
    }
    for (const { text, cut } of splitText(piece, signs)) {
      const part = parts.at(-1);
      part?.pieces.push(text);
      if (cut === undefined) continue;
      if (part) part.ended = /[^ \t\n]/.test(cut);
      parts.push({ pieces: [], ended: false });
    }
  }
  return parts.map(({ pieces, ended }) => ({ value: valueOfPieces(pieces), ended }));
}

/** Texts, each with the signs behind it: blanks in a row cut once, other signs each time, with the blanks around them. */
function splitText(text: string, signs: string): readonly { readonly text: string; readonly cut: string | undefined }[] {
  const setOf = (chars: readonly string[]) => (chars.length === 0 ? '[]' : `[${chars.join('').replace(/[\\\]^-]/g, '\\$&')}]`);
  const isBlank = (sign: string) => ' \t\n'.includes(sign);
  const [blank, other] = [setOf([...signs].filter(isBlank)), setOf([...signs].filter((sign) => !isBlank(sign)))];
  const parts: { text: string; cut: string | undefined }[] = [];
  let from = 0;
  for (const { 0: cut, index } of text.matchAll(new RegExp(`${blank}*${other}${blank}*|${blank}+`, 'g'))) {
    parts.push({ text: text.slice(from, index), cut });
    from = index + cut.length;
  }
  return [...parts, { text: text.slice(from), cut: undefined }];
}

/** Splits a line among so many variables: the last one takes all that is left, without the blanks around it. */
export function splitFields(text: string, signs: string, most: number): readonly string[] {
  const blanks = [...signs].filter((sign) => ' \t\n'.includes(sign)).join('');
  const trimmed = trim(text, blanks);
  const fields: string[] = [];
  let from = 0;
  for (const part of splitText(trimmed, signs)) {
    if (fields.length === most - 1) break;
    fields.push(part.text);
    from += part.text.length + (part.cut?.length ?? 0);
  }
  return from < trimmed.length || fields.length < most ? [...fields, trimmed.slice(from)] : fields;
}

function trim(text: string, blanks: string): string {
  if (blanks === '') return text;
  const set = `[${blanks}]`;
  return text.replace(new RegExp(`^${set}+|${set}+$`, 'g'), '');
}
