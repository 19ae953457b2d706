import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { LineRange } from '../../language/reading/unreadable-lines.ts';

/** How long the line that is being typed is no error, in milliseconds. */
const patienceWithLine = 1000;

/** The line of the last change, and when that was, in milliseconds. */
export interface Typed {
  readonly line: number;
  readonly at: number;
}

export interface ToShow {
  readonly diagnostics: readonly Diagnostic[];
  /** When what is held back is to be shown, unless something changes before; undefined where nothing is. */
  readonly restAt: number | undefined;
}

/**
 * What to show of what was found. New errors on the line that is being typed wait until a second has passed or another line is
 * changed; what is no longer true goes at once. In lines that cannot be read what was shown `before` stays, as nobody can say
 * whether it is still true; but in the line that is typed itself.
 */
export function toShow(
  found: readonly Diagnostic[],
  before: readonly Diagnostic[],
  typed: Typed | undefined,
  unreadable: readonly LineRange[],
  now: number,
): ToShow {
  const stays = before.filter(
    (one) =>
      !isOfSyntax(one) &&
      !touches(one, typed?.line) &&
      unreadable.some((lines) => isWithin(one, lines)) &&
      !found.some((other) => isSame(one, other)),
  );
  const all = [...found, ...stays].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  if (!typed || now >= typed.at + patienceWithLine) return { diagnostics: all, restAt: undefined };
  const isHeld = (one: Diagnostic) =>
    one.severity === DiagnosticSeverity.Error &&
    touches(one, typed.line) &&
    !before.some(({ code, range }) => code === one.code && range.start.line === one.range.start.line);
  const diagnostics = all.filter((one) => !isHeld(one));
  return { diagnostics, restAt: diagnostics.length < all.length ? typed.at + patienceWithLine : undefined };
}

/** Faults of syntax are found in every text. */
function isOfSyntax({ code }: Diagnostic): boolean {
  return String(code).startsWith('yaml-');
}

function touches({ range }: Diagnostic, line: number | undefined): boolean {
  return line !== undefined && range.start.line <= line && line <= range.end.line;
}

function isWithin({ range }: Diagnostic, { first, last }: LineRange): boolean {
  return first <= range.start.line && range.start.line <= last;
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return one.code === other.code && one.range.start.line === other.range.start.line;
}
