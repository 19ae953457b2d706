import { eastAsianWidth } from 'get-east-asian-width';
import type { Range } from 'vscode-languageserver-types';
import { shownName } from '../../files/shown-name.ts';

/** Longer lines are cut, so that the caret stays in sight. In characters. */
const mostShown = 120;

/** How much of a long line stands before the place. */
const before = 60;

/** A line of a file with the place in it: what is printed, and the carets below it. */
export interface Excerpt {
  readonly line: string;
  readonly carets: string;
}

/**
 * The part of a line around a place, as a terminal may show it: a tab as a blank, everything that would move the terminal as an
 * escape. A place that reaches over the line's end is marked to its end; one of no width has one caret.
 */
export function excerptOf(line: string, { start, end }: Range): Excerpt {
  const last = end.line === start.line ? end.character : line.length;
  const from = line.length > mostShown ? Math.max(0, start.character - before) : 0;
  const to = Math.min(line.length, from + mostShown);
  const [ahead, here, behind] = [line.slice(from, start.character), line.slice(start.character, Math.min(last, to)), line.slice(last, to)];
  const [left, right] = [from > 0 ? '…' : '', to < line.length ? '…' : ''];
  const width = Math.max(1, columnsOf(plain(here)));
  return {
    line: `${left}${plain(ahead)}${plain(here)}${plain(behind)}${right}`.trimEnd(),
    carets: `${' '.repeat(columnsOf(left + plain(ahead)))}${'^'.repeat(width)}`,
  };
}

function plain(text: string): string {
  return shownName(text.replaceAll('\t', ' '));
}

/** How many columns of a terminal a text takes: letters of East Asia take two. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0);
}

function widthOf(character: string): number {
  return /\p{M}/u.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
}
