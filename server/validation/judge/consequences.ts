import type { Pruned } from '../../kubernetes/decoding/decode.ts';
import { startsWith, valueAt } from '../../plain/node-path.ts';
import type { JudgedFinding } from './judged-finding.ts';

/** Whether a rule speaks of what decoding took away: that is reported already, and what is missing was misspelt. */
export function followsFromPruning({ at, reason }: JudgedFinding, pruned: readonly Pruned[]): boolean {
  return pruned.some(({ path, nearest }) => {
    if (startsWith(at.path, path)) return true;
    const parent = path.slice(0, -1);
    if ((reason !== 'Required' && at.part !== 'parent') || !startsWith(at.path, parent)) return false;
    const missing = at.path[parent.length];
    return missing === undefined || (typeof missing === 'string' && nearest.includes(missing));
  });
}

/** Whether a finding is about something that a patch does not say itself: the object it patches may. */
export function concernsTheRest({ at, reason }: JudgedFinding, patch: unknown): boolean {
  if (reason === 'UnknownField') return String(at.path.at(-1)).startsWith('$');
  if (reason === 'Required' || reason === 'NotFound' || at.part === 'parent') return true;
  return valueAt(patch, at.path) === undefined;
}

/** Gives each finding once. */
export function withoutRepetition(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  if (findings.length < 2) return findings;
  const seen = new Set<string>();
  return findings.filter(({ path, at, reason, code, args }) => {
    const identity = JSON.stringify([path, reason, code, args, at.part === 'value' ? '' : at.path]);
    return !seen.has(identity) && seen.add(identity);
  });
}

/** Gives each piece of advice once in a document: the items of a List tend to call for the same. */
export function withAdviceOnce<T extends { readonly findings: readonly JudgedFinding[] }>(objects: readonly T[]): readonly T[] {
  if (objects.length < 2) return objects;
  const given = new Set<string>();
  return objects.map((object) => {
    const findings = object.findings.filter(({ reason, code }) => reason !== 'Advice' || !given.has(code));
    for (const { reason, code } of findings) if (reason === 'Advice') given.add(code);
    return { ...object, findings };
  });
}

/** A note about a field that the server refuses anyway says nothing new. */
export function isSettled(note: JudgedFinding, errors: readonly JudgedFinding[]): boolean {
  return errors.some(({ severity, at }) => severity === 'error' && startsWith(at.path, note.at.path));
}
