import type { Finding } from '../../kubernetes/finding/finding.ts';
import { type AdviceFinding, isAdviceCode } from '../advice/index.ts';

/** What is found in an object: by the rules of the API, or by those of our own. */
export type JudgedFinding = Finding | AdviceFinding;

/** Whether a rule of our own found it. */
export function isAdvice(finding: JudgedFinding): finding is AdviceFinding {
  return isAdviceCode(finding.code);
}
