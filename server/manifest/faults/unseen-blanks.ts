import type { Replacement } from './fault.ts';

/** A blank of any kind but what ends a line, and what may not stand in YAML at all. */
const blank = '[^\\S\\r\\n\\f\\v\\u2028\\u2029]';
/** Where blanks count: before a line, behind its dashes, behind the colon of its key. */
const places = new RegExp(`^(${blank}*)((?:-${blank}+)*)(?:(["']?[\\w./-]+["']?:)(${blank}+))?`, 'gm');

/** Spaces for blanks by the looks that YAML takes for letters, where blanks count: text has them that was copied from a page or a document. */
export function unseenBlanks(text: string): readonly Replacement[] {
  return [...text.matchAll(places)].flatMap(({ index, 1: indent = '', 2: dashes = '', 3: key = '', 4: gap = '' }) => {
    const begun = index + indent.length + dashes.length + key.length;
    return [
      { start: index, text: indent + dashes },
      { start: begun, text: gap },
    ].flatMap(({ start, text: run }) =>
      /[^ \t-]/.test(run) ? [{ start, end: start + run.length, text: run.replaceAll('\ufeff', '').replace(/[^ \t-]/g, ' ') }] : [],
    );
  });
}
