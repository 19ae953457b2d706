import type { Finding, Place } from '../../kubernetes/finding/finding.ts';
import { remedyIn } from '../../kubernetes/finding/remedy.ts';
import { placeInDocument, type WrittenPart } from '../../kubernetes/written-part.ts';
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
  return object.length ? inWritten(finding, { at: object, part: [] }) : finding;
}

/** The same of an object of which a part is written: without what only concerns the rest. The finding itself must be about that part. */
export function inWritten(finding: JudgedFinding, written: WrittenPart): JudgedFinding {
  const placed = (at: Place): Place | undefined => {
    const path = placeInDocument(written, at.path);
    return path && { ...at, path };
  };
  const { related = [], remedies, ...rest } = finding;
  const others = related.flatMap((one) => {
    const at = placed(one.at);
    return at ? [{ ...one, at }] : [];
  });
  return {
    ...rest,
    at: placed(finding.at) ?? finding.at,
    ...(others.length ? { related: others } : {}),
    ...(remedies ? { remedies: remedies.flatMap((one) => remedyIn(written, one) ?? []) } : {}),
  };
}
