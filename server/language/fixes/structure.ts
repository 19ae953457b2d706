import { startOfLine, startOfNextLine } from '../../manifest/lines.ts';
import { nestAgain } from '../nesting/nest-again.ts';
import { edit } from '../writing/edits.ts';
import { type Fixer, fix } from './fix.ts';

/** Lines that all begin at column 0, nested again by what each field belongs to. */
export const lostIndentation: Fixer = ({ source, kind, texts }) => {
  const { text } = source.document.body;
  return fix(texts('fix-lost-indentation'), edit(source, 0, text.length, nestAgain(text, kind)), true);
};

/** The second of two equal keys, where both say the same. */
export const duplicateKey: Fixer<'yaml-duplicate-key'> = ({ source, finding, texts }) => {
  const range = finding.at.range;
  const { text } = source.document.body;
  if (!range) return [];
  const lineStart = startOfLine(text, range.start);
  const nextLine = startOfNextLine(text, range.end);
  const line = text.slice(lineStart, nextLine).trimEnd();
  const indent = /^[\s-]*/.exec(line)?.[0].length ?? 0;
  const next = /^ */.exec(text.slice(nextLine))?.[0].length ?? 0;
  // Only a scalar on a line of its own: what else hangs on the key cannot be told from here.
  if (!/^\s*[\w"'./-]+\s*:\s+\S/.test(line) || /[|>][-+]?\s*$/.test(line) || next > indent) return [];
  return fix(texts('fix-remove-field', { field: String(finding.args.key) }), edit(source, lineStart, nextLine, ''));
};

/** What the API server's library does not read at the beginning of a file or line: taken out. */
export const takenOut: Fixer = ({ source, finding, texts }) => {
  const { text } = source.document.body;
  const range = finding.at.range ?? { start: 0, end: 1 };
  const start = startOfLine(text, range.start);
  if (!text.slice(start).startsWith('%')) return [];
  return fix(texts('fix-remove-line'), edit(source, start, startOfNextLine(text, start), ''), true);
};
