import type { Range, WrittenCollection, WrittenEntry } from '../../manifest/document.ts';
import { endOfText, type NewEntry, type TextChange } from './text-change.ts';

/** Takes an entry out that is not the only one between its braces or brackets, with one comma. */
export function removeFromFlow(text: string, { start, entries }: WrittenCollection, index: number): TextChange | undefined {
  const entry = entries[index];
  const before = entries[index - 1];
  if (!entry || !isOnlyComma(text.slice(before ? before.end : start, entry.start))) return undefined;
  if (index < entries.length - 1) return removeWithCommaBehind(text, entry);
  return before && removeWithCommaBefore(text, before.end, entry);
}

/** Puts an entry before the first one between braces or brackets; undefined for a pair between brackets, which has no braces. */
export function insertIntoFlow(text: string, { kind, start, end, entries }: WrittenCollection, { json }: NewEntry): TextChange | undefined {
  const open = kind === 'mapping' ? '{' : '[';
  if (text[start] !== open) return undefined;
  const inside = text.slice(start + 1, end - 1);
  if (inside.trim() === '') return { start: start + 1, end: end - 1, text: json };
  if (entries.length === 0) return { start: start + 1, end: start + 1, text: json };
  const gap = /^(?:\s|#.*\n)*/.exec(inside)?.[0] ?? '';
  const line = /\n[ \t]*$/.exec(gap)?.[0] ?? ' ';
  const first = start + 1 + gap.length;
  return { start: first, end: first, text: `${json},${line}` };
}

/** Writes text as the value of an entry, in place of what is there or of nothing. */
export function writeFlowValue(text: string, { key, value }: WrittenEntry, written: string): TextChange | undefined {
  if (value && value.start < value.end) return { start: value.start, end: endOfText(text, value), text: written };
  if (!key) return undefined;
  if (!value) return { start: key.end, end: key.end, text: `: ${written}` };
  const colon = /^\s*:(?!\s*[&!])/.exec(text.slice(key.end));
  if (!colon) return undefined;
  const behind = key.end + colon[0].length;
  return { start: behind, end: behind, text: ` ${written}` };
}

/** With the comment in the line of the comma, which speaks of the entry; those in the lines below stay. */
function removeWithCommaBehind(text: string, { start, end }: Range): TextChange | undefined {
  const comma = /^\s*,(?:[ \t]*#.*)?/.exec(text.slice(end));
  if (!comma) return undefined;
  const behind = end + comma[0].length;
  const gap = /^\s*(?!\s|#)/.exec(text.slice(behind))?.[0] ?? '';
  return { start, end: behind + gap.length, text: '' };
}

/** Comments between the two entries stay. */
function removeWithCommaBefore(text: string, from: number, { start, end }: Range): TextChange | undefined {
  const [gap, before, behind = ''] = /^(\s*),(.*)$/s.exec(text.slice(from, start)) ?? [];
  if (gap === undefined) return undefined;
  return { start: from, end, text: behind.includes('#') ? `${before}${behind.trimEnd()}\n` : '' };
}

/** What stands between two entries, or before the first, without an anchor, a tag or the `?` of a key. */
function isOnlyComma(gap: string): boolean {
  return /^[{[,]?$/.test(gap.replace(/(^|\s)#.*$/gm, '').replace(/\s/g, ''));
}
