import { asciiFor } from '../unicode/look-alikes.ts';

/** One part of a file between `---` lines. */
export interface Part {
  readonly start: number;
  readonly text: string;
}

/**
 * Splits a file at the lines that begin with `---`, as apimachinery's YAML reader does (util/yaml/decoder.go, 1.37).
 * Parts that hold only blanks and comments are left out. Directives (`%YAML`) stay with the document they head, and
 * a separator with text behind it, or of signs that only look like hyphens, stays with what follows, so that it can be reported there.
 * Objects of JSON need no separator. A second byte order mark is the first document's: kubectl takes one from a file, and its YAML
 * library one from a document.
 */
export function splitDocuments(text: string): readonly Part[] {
  const parts: Part[] = [];
  let start = text.startsWith('\ufeff\ufeff') ? 1 : 0;
  const add = (part: string) => {
    // Not as arguments of one call: there may be more of them than it takes.
    for (const one of jsonValues(part, start)) parts.push(one);
  };
  const close = (end: number, next: number) => {
    const part = text.slice(start, end);
    if (onlyDirectives(part)) return;
    if (hasContent(part)) add(part);
    start = next;
  };
  for (const at of separators(text)) {
    const next = lineAfter(text, at);
    const line = text.slice(Math.max(at, start), next);
    // A document may begin with a byte order mark; a separator at the very beginning of a file is a part of the first one.
    const isBeforeMark = at === 0 && text.startsWith('\ufeff', next);
    close(at, isSeparator(at <= start ? line.replace(/^\ufeff/, '') : line) && !isBeforeMark ? next : at);
  }
  const last = text.slice(start);
  if (hasContent(last)) add(last);
  return parts;
}

/** Objects of JSON one behind the other, which kubectl reads each by itself (YAMLOrJSONDecoder); what is none stays one part. */
function jsonValues(text: string, start: number): readonly Part[] {
  if (!/^\s*\{/.test(text)) return [{ start, text }];
  const ends = endsOfObjects(text);
  const parts = ends.map((end, index) => ({ start: start + (ends[index - 1] ?? 0), text: text.slice(ends[index - 1] ?? 0, end) }));
  return parts.length > 1 ? parts : [{ start, text }];
}

/** Where each object of a row of them ends, the last with the text; empty where something else stands between or behind them. */
function endsOfObjects(text: string): readonly number[] {
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[{}]/g)) {
    if (sign === '{') depth++;
    else if (sign === '}') depth--;
    if (depth < 0) return [];
    const next = sign === '}' && depth === 0 ? /\s*(\S?)/y : undefined;
    if (!next) continue;
    next.lastIndex = index + 1;
    const [, follows = ''] = next.exec(text) ?? [];
    if (follows === '') return [...ends, text.length];
    if (follows !== '{') return [];
    ends.push(index + 1);
  }
  return [];
}

/** A lone carriage return ends a separator's line, too. */
function lineAfter(text: string, from: number): number {
  const end = /\r\n?|\n/g;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex : text.length;
}

/** Whether kubectl takes a line that begins with `---` for a separator. */
function isSeparator(line: string): boolean {
  return /^---\s*(?:#|$)/.test(line);
}

/** Where the lines begin that separate documents, or are meant to. */
function separators(text: string): readonly number[] {
  const found = text.startsWith('---') ? [0] : [];
  for (let at = text.indexOf('\n---'); at >= 0; at = text.indexOf('\n---', at + 4)) found.push(at + 1);
  const misread = [...text.matchAll(everyMisread)].flatMap(({ index, 1: line = '' }) => (isMisread(line) ? [index] : []));
  return misread.length === 0 ? found : [...new Set([...found, ...misread])].sort((one, other) => one - other);
}

/** A line of signs alone, before a key of a manifest's root: in no text of a manifest does such a key begin a line. */
const signsAlone =
  '^(-*\\P{ASCII}[-\\P{ASCII}]*)[ \\t]*\\r?\\n(?=(?:[ \\t]*(?:#.*)?\\r?\\n)*["\']?(?:apiVersion|kind|metadata)["\']?[ \\t]*:)';
const everyMisread = new RegExp(signsAlone, 'gmu');
const misreadFirst = new RegExp(signsAlone, 'u');

/** What looks like the hyphens of a separator at the beginning of a text, and is none; undefined where nothing does. */
export function misreadSeparatorOf(text: string): string | undefined {
  const line = misreadFirst.exec(text)?.[1];
  return line !== undefined && isMisread(line) ? line : undefined;
}

function isMisread(line: string): boolean {
  return /^-+$/.test(asciiFor(line));
}

function hasContent(part: string): boolean {
  return /^[^\S\r\n\u2028\u2029]*[^\s#]/m.test(part);
}

function onlyDirectives(part: string): boolean {
  return (
    part.includes('%') && /^[^\S\r\n\u2028\u2029]*%/m.test(part) && part.split('\n').every((line) => /^\s*(?:[%#][\s\S]*)?$/.test(line))
  );
}
