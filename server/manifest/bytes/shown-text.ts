import type { DecodedText, NotUtf8 } from './text-of-bytes.ts';

/**
 * What the stored bytes say of a text that an editor shows: it may have been edited since, have other line breaks and no byte order mark, and
 * have been read in another encoding.
 */

/** A stretch of a line of the shown text, by offsets, and what was meant to stand there. */
export interface MeantLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The first bytes that are not UTF-8, where the shown text has them: in the line that holds them as kubectl reads it, or else at the
 * first character that can be one of them. Undefined where all of the file is UTF-8.
 */
export function notUtf8Shown({ text, notUtf8 }: DecodedText, shown: string): NotUtf8 | undefined {
  if (!notUtf8) return undefined;
  const before = linesOf(text.slice(0, notUtf8.offset));
  const line = before.at(-1)?.text ?? '';
  const held = linesOf(text)[before.length - 1]?.text ?? '';
  const lines = linesOf(shown);
  const sameLine = [lines[before.length - 1], ...lines].find((one) => one?.text === held);
  return { ...notUtf8, offset: sameLine ? sameLine.start + line.length : Math.max(0, shown.search(/[\ufffd\0]|[^\0-\x7f]/)) };
}

/**
 * What was meant in each line of the shown text that lost something: none where the editor read the letters themselves. Undefined where it is not
 * known of every one of them, so that none is left as it is unseen.
 */
export function linesMeant({ text, meant }: DecodedText, shown: string): readonly MeantLine[] | undefined {
  const lost = linesOf(shown).flatMap((line, at) => (/[\ufffd\0]/.test(line.text) ? [{ ...line, at }] : []));
  if (lost.length === 0) return [];
  if (meant === undefined) return undefined;
  const [stored, letters] = [linesOf(text), linesOf(meant)];
  // Zeros of UTF-16 part a carriage return from its line feed.
  if (stored.length !== letters.length) return shown === text ? [{ start: 0, end: shown.length, text: meant }] : undefined;
  const byText = new Map(stored.map((line, at) => [line.text, letters[at]?.text]));
  const found = lost.map(({ text: line, start, at }) => ({
    start,
    end: start + line.length,
    text: stored[at]?.text === line ? letters[at]?.text : byText.get(line),
  }));
  return found.every(isKnown) ? found.filter((line, at) => line.text !== lost[at]?.text) : undefined;
}

function isKnown(line: Omit<MeantLine, 'text'> & { readonly text: string | undefined }): line is MeantLine {
  return line.text !== undefined;
}

interface Line {
  /** Where it begins in the text. */
  readonly start: number;
  /** Without its line break, and without the text's byte order mark. */
  readonly text: string;
}

/** As an editor counts them: a lone carriage return ends one, too. */
function linesOf(text: string): readonly Line[] {
  const ends = [...text.matchAll(/\r\n|\r|\n/g)].map((found) => [found.index, found.index + found[0].length] as const);
  const starts = [0, ...ends.map(([, next]) => next)];
  return starts.map((start, at) => {
    const line = text.slice(start, ends[at]?.[0] ?? text.length);
    return at === 0 && line.startsWith('\ufeff') ? { start: 1, text: line.slice(1) } : { start, text: line };
  });
}
