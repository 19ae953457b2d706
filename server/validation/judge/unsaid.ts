import type { Pruned } from '../../kubernetes/decoding/decode.ts';
import { holdsPlaceholder } from '../../kubernetes/values/placeholder.ts';
import { filledIn } from '../../plain/filled-in.ts';
import { startsWith, valueAt } from '../../plain/node-path.ts';
import type { JudgedDocument } from './judged-document.ts';
import type { JudgedFinding } from './judged-finding.ts';

/**
 * Why something that was found is not said. What is found in an object passes these in turn, each on what the one before left:
 *
 * 1. `isSaidOfKind`, `followsFromPruning` and `isSettled`: it follows from something else that is said.
 * 2. `withinBound`: there is so much that nobody reads it.
 * 3. `withoutRepetition`: it has just been said.
 * 4. `concernsTheRest`: the document is a patch, and what it patches may say it.
 * 5. `isFilledInLater`: a template fills in the value, and it is not that which is told (`isOfFilling`).
 * 6. `standsOnFault`: a fault of syntax in the same line is said, and what stands there is not known before it is mended.
 *
 * Then, of a document, `adviceOnce`. Of a file `application/findings/object-findings.ts` knows what remains: where the lines
 * lost their indentation, or some stand in a wrong column, all else is a consequence of that, and advice is not given where a setting or a comment turns it off. Where
 * the YAML extension marks a fault of syntax as well, `client/give-way.ts` does not show ours.
 */

/** Whether a field is unknown because it was meant for `kind` or `apiVersion`, which is told there. */
export function isSaidOfKind({ at, reason }: JudgedFinding, ofKind: readonly JudgedFinding[]): boolean {
  return (
    reason === 'UnknownField' && ofKind.some((finding) => finding.at.path.length === at.path.length && startsWith(at.path, finding.at.path))
  );
}

/**
 * Tells whether a rule speaks of what decoding took away: that is reported already, and what is missing was misspelt. Asked of many
 * findings, as thousands of both may stand in one object.
 */
export function followsFromPruning(pruned: readonly Pruned[]): (finding: JudgedFinding) => boolean {
  if (pruned.length === 0) return () => false;
  if (pruned.some(({ path }) => path.length === 0)) return () => true;
  const root = prunedIn(pruned);
  return ({ at: { path, part }, reason }) => {
    const isMissing = reason === 'Required' || part === 'parent';
    let level: PrunedLevel | undefined = root;
    for (const segment of path) {
      if (level.taken.has(segment) || (isMissing && level.meant.has(segment))) return true;
      level = level.inside.get(segment);
      if (!level) return false;
    }
    return isMissing && level.taken.size > 0;
  };
}

/** An object or a list on the way to what was taken away. */
interface PrunedLevel {
  readonly inside: Map<string | number, PrunedLevel>;
  /** Which of its fields or items were. */
  readonly taken: Set<string | number>;
  /** The names that may have been meant by them. */
  readonly meant: Set<string | number>;
}

function prunedIn(pruned: readonly Pruned[]): PrunedLevel {
  const root = prunedLevel();
  for (const { path, nearest } of pruned) {
    const level = path.slice(0, -1).reduce(levelInside, root);
    for (const last of path.slice(-1)) level.taken.add(last);
    for (const name of nearest) level.meant.add(name);
  }
  return root;
}

function prunedLevel(): PrunedLevel {
  return { inside: new Map(), taken: new Set(), meant: new Set() };
}

function levelInside({ inside }: PrunedLevel, segment: string | number): PrunedLevel {
  const level = inside.get(segment) ?? prunedLevel();
  inside.set(segment, level);
  return level;
}

/** A note about a field that the server refuses anyway says nothing new. */
export function isSettled(note: JudgedFinding, errors: readonly JudgedFinding[]): boolean {
  return errors.some(({ severity, at }) => severity === 'error' && startsWith(at.path, note.at.path));
}

/** Gives each finding once. */
export function withoutRepetition(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  if (findings.length < 2) return findings;
  // Nearly all are the only ones at their path, and an identity takes as much memory as a finding.
  const first = new Map<string, JudgedFinding>();
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const before = first.get(finding.path);
    if (!before) return first.set(finding.path, finding);
    seen.add(identityOf(before));
    const identity = identityOf(finding);
    return !seen.has(identity) && seen.add(identity);
  });
}

function identityOf({ path, at, reason, code, args }: JudgedFinding): string {
  return JSON.stringify([path, reason, code, args, at.part === 'value' ? '' : at.path]);
}

/** Whether a finding is about something that a patch does not say itself: the object it patches may. A word that it does say may be `Required` to be another. */
export function concernsTheRest({ at, reason }: JudgedFinding, patch: unknown): boolean {
  if (reason === 'UnknownField') return String(at.path.at(-1)).startsWith('$');
  if (reason === 'NotFound' || at.part === 'parent') return true;
  const value = valueAt(patch, at.path) ?? undefined;
  return reason === 'Required' ? value === undefined || value === '' || typeof value === 'object' : value === undefined;
}

/**
 * Whether a template's `{{` stands in the value, a scalar or one written on one line, or in a key on the way to it: nobody
 * knows yet what it will be. What concerns the whole document is no such value. With `placeholders` these count as well.
 */
export function isFilledInLater({ at: { path } }: JudgedFinding, document: JudgedDocument, placeholders = false): boolean {
  if (!(document.templated || placeholders) || path.length === 0) return false;
  const isMarked = (text: string) => text.includes('{{') || text.includes(filledIn) || (placeholders && holdsPlaceholder(text));
  if (path.some((segment) => isMarked(String(segment)))) return true;
  const scalar = document.scalarSource?.(path)?.text;
  if (scalar !== undefined) return isMarked(scalar);
  const range = document.valueRange?.(path);
  const written = range ? (document.text ?? '').slice(range.start, range.end) : '';
  return isMarked(written) && !written.includes('\n');
}

/** Whether a finding is about what is filled in itself. */
export function isOfFilling({ code }: JudgedFinding): boolean {
  return code === 'shell-variable-under-flux';
}

/** Whether a finding is about a line in which a fault of syntax stands. */
export function standsOnFault({ at }: JudgedFinding, document: JudgedDocument): boolean {
  const { problems = [], text = '' } = document;
  const ofPart = at.part === 'key' ? document.keyRange?.(at.path) : document.valueRange?.(at.path);
  const place = at.range ?? ofPart ?? document.keyRange?.(at.path);
  if (!place) return false;
  const lineOf = (offset: number) => text.lastIndexOf('\n', offset - 1);
  return problems.some(({ kind, range }) => kind !== 'duplicate-key' && lineOf(range.start) === lineOf(place.start));
}

/** Gives each piece of advice once in a document: the items of a List tend to call for the same. To be asked of one object after the other. */
export function adviceOnce<T extends { readonly findings: readonly JudgedFinding[] }>(): (object: T) => T {
  const given = new Set<string>();
  return (object) => {
    const findings = object.findings.filter(({ reason, code }) => reason !== 'Advice' || !given.has(code));
    for (const { reason, code } of findings) if (reason === 'Advice') given.add(code);
    return { ...object, findings };
  };
}
