/** One part of a file between `---` lines. */
export interface Part {
  readonly start: number;
  readonly text: string;
}

/**
 * Splits a file at the lines that begin with `---`, as apimachinery's YAML reader does (util/yaml/decoder.go, 1.37).
 * Parts that hold only blanks and comments are left out. Directives (`%YAML`) stay with the document they head, and
 * a separator with text behind it stays with what follows, so that it can be reported there. Objects of JSON need no separator.
 */
export function splitDocuments(text: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
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
  for (let at = separatorFrom(text, 0); at >= 0; at = separatorFrom(text, at + 3)) {
    const next = lineAfter(text, at);
    const rest = text.slice(at + 3, next).trim();
    close(at, rest === '' || rest.startsWith('#') ? next : at);
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

function separatorFrom(text: string, from: number): number {
  if (from === 0 && text.startsWith('---')) return 0;
  const found = text.indexOf('\n---', Math.max(0, from - 1));
  return found < 0 ? -1 : found + 1;
}

function hasContent(part: string): boolean {
  return /^[^\S\r\n\u2028\u2029]*[^\s#]/m.test(part);
}

function onlyDirectives(part: string): boolean {
  return (
    part.includes('%') && /^[^\S\r\n\u2028\u2029]*%/m.test(part) && part.split('\n').every((line) => /^\s*(?:[%#][\s\S]*)?$/.test(line))
  );
}
