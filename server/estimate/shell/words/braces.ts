import type { Word, WordPart } from '../syntax/tree.ts';

/** More words than these are not made. */
const most = 5000;

/** The words that bash makes of one with `{a,b}` or `{1..5}`; a word whose braces it does not read as such stays as it is. */
export function braceWords(word: Word): readonly Word[] {
  // Braces around expansions and quotes are left alone: scripts hardly hold them.
  const place = word.findIndex((part) => part.kind === 'text' && !part.quoted && expand(part.text).length > 1);
  const part = word[place];
  if (part?.kind !== 'text') return [word];
  const [before, after] = [word.slice(0, place), word.slice(place + 1)];
  const ends = after.length > 0 ? braceWords(after) : [[]];
  const starts = expand(part.text);
  if (starts.length * ends.length > most) return [[{ kind: 'unknown', quoted: false }]];
  return starts.flatMap((text) => ends.map((end): Word => [...before, { ...part, text } satisfies WordPart, ...end]));
}

function expand(text: string): readonly string[] {
  const match = /^([^{}]*)\{([^{}]*)\}(.*)$/s.exec(text);
  if (!match) return [text];
  const [, before = '', inner = '', rest = ''] = match;
  const choices = inner.includes(',') ? inner.split(',') : range(inner);
  if (!choices) return expand(rest).map((end) => `${before}{${inner}}${end}`);
  const ends = expand(rest);
  if (choices.length * ends.length > most) return [text];
  return choices.flatMap((choice) => ends.map((end) => `${before}${choice}${end}`));
}

function range(inner: string): readonly string[] | undefined {
  const [, first = '', last = '', by = '1'] = /^(-?\d{1,9})\.\.(-?\d{1,9})(?:\.\.-?(\d{1,9}))?$/.exec(inner) ?? letters(inner);
  if (first === '') return undefined;
  const isText = /[a-zA-Z]/.test(first);
  const [from, to] = [first, last].map((end) => (isText ? end.charCodeAt(0) : Number(end)));
  if (from === undefined || to === undefined) return undefined;
  const width = [first, last].some((end) => /^-?0\d/.test(end)) ? Math.max(first.length, last.length) : 0;
  const step = Math.max(1, Number(by)) * (from <= to ? 1 : -1);
  const count = Math.floor((to - from) / step) + 1;
  const written = (number: number) => (isText ? String.fromCharCode(number) : padded(number, width));
  return Array.from({ length: Math.min(count, most + 1) }, (_, place) => written(from + place * step));
}

function letters(inner: string): readonly string[] {
  return /^([a-z])\.\.([a-z])()$|^([A-Z])\.\.([A-Z])()$/.exec(inner)?.filter((group) => group !== undefined && group !== '') ?? [];
}

function padded(number: number, width: number): string {
  return number < 0 ? `-${String(-number).padStart(width - 1, '0')}` : String(number).padStart(width, '0');
}
