import type { Finding, Place } from '../../kubernetes/finding/finding.ts';
import { remedyBelow } from '../../kubernetes/finding/remedy.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { type AdviceFinding, isAdviceCode } from '../advice/index.ts';

/** What is found in an object: by the rules of the API, or by those of our own. */
export type JudgedFinding = Finding | AdviceFinding;

/** Whether a rule of our own found it. */
export function isAdvice(finding: JudgedFinding): finding is AdviceFinding {
  return isAdviceCode(finding.code);
}

/** Whether it only speaks of a good habit: a hint in an editor, and on the command line said to who asks for it. */
export function isPractice(finding: JudgedFinding): boolean {
  return isAdvice(finding) && finding.practice === true;
}

/** A finding whose places begin at an object, in the document that the object stands in. */
export function inDocument(finding: JudgedFinding, object: NodePath): JudgedFinding {
  if (!object.length) return finding;
  const place = (at: Place): Place => ({ ...at, path: [...object, ...at.path] });
  const { related, remedies } = finding;
  return {
    ...finding,
    at: place(finding.at),
    ...(related ? { related: related.map((one) => ({ ...one, at: place(one.at) })) } : {}),
    ...(remedies ? { remedies: remedies.map((one) => remedyBelow(object, one)) } : {}),
  };
}
