import { hasCode } from '../../kubernetes/finding/finding.ts';
import { filledIn } from '../../plain/filled-in.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { isOfValue } from '../advice/index.ts';
import type { JudgedBranch, JudgedDocument } from './judged-document.ts';
import { isAdvice, type JudgedFinding } from './judged-finding.ts';

/** What the API server says of a value, or of a key, for its own sake. */
const ofItself: ReadonlySet<JudgedFinding['reason']> = new Set([
  'UnknownField',
  'WrongType',
  'NotSupported',
  'Invalid',
  'Required',
  'TooLong',
  'UnknownKind',
  'WrongKind',
]);

/**
 * A finding of a template that holds whatever its actions write, with its place in the text: it is about a key, or about a
 * scalar that stands there literally, and not about what it stands beside. Undefined for all others.
 */
export function literalFinding(finding: JudgedFinding, branch: JudgedBranch): JudgedFinding | undefined {
  const { at, reason, args } = finding;
  const holds = isAdvice(finding) ? isOfValue(finding.code) : ofItself.has(reason) && !dependsOnOthers(finding);
  if (!holds || at.part === 'parent' || at.path.length === 0 || JSON.stringify(args).includes(filledIn)) return undefined;
  if (at.part === 'value' && !isLiteral(valueAt(branch.value, at.path), at.path, branch)) return undefined;
  const range = at.range ?? (at.part === 'key' ? branch.keyRange(at.path) : branch.valueRange(at.path));
  if (!range || branch.unsure.some(({ start, end }) => start <= range.start && range.start < end)) return undefined;
  return { ...finding, at: { ...at, range } };
}

/** A scalar, or a list of them such as a command, that no action has a part in. */
function isLiteral(value: unknown, path: NodePath, branch: JudgedBranch): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every((item, at) => isLiteral(item, [...path, at], branch));
  const written = branch.scalarSource(path)?.text;
  return written !== undefined && value !== null && value !== '' && !written.includes('{{');
}

/** What is wrong only as long as another field says nothing, which an action may write. */
function dependsOnOthers(finding: JudgedFinding): boolean {
  return hasCode(finding, 'job-needs-indexed', 'job-restart-policy-pod-failure-policy') || (finding.related ?? []).length > 0;
}

/** With the path that its place has where all branches are read at once; without one where these write the same field twice. */
export function inWhole(finding: JudgedFinding, document: JudgedDocument): JudgedFinding {
  const { path, part, range } = finding.at;
  const there = part === 'key' ? document.keyRange?.(path) : document.valueRange?.(path);
  const isSame = range !== undefined && there !== undefined && there.start <= range.start && range.end <= there.end;
  return isSame ? finding : { ...finding, at: { path: [], part, ...(range ? { range } : {}) } };
}
