import type { ArgumentsOf, Code, Remark } from '../../messages/en/index.ts';
import type { NoArguments } from '../../messages/table/message-table.ts';
import type { NodePath } from '../../plain/node-path.ts';
import type { CodeBelowErrors } from './below-errors.ts';
import { type FieldPath, nodePath, serverPath } from './field-path.ts';
import type { Remedy } from './remedy.ts';

/** What the API server calls a broken rule, what decoding calls a broken shape, and our own four. */
export type Reason =
  | 'Required'
  | 'Invalid'
  | 'NotSupported'
  | 'Forbidden'
  | 'Duplicate'
  | 'TooLong'
  | 'TooMany'
  | 'NotFound'
  | 'TypeInvalid'
  | 'InternalError'
  | 'UnknownField'
  | 'DuplicateKey'
  | 'WrongType'
  | 'NotYAML'
  | 'NoKind'
  | 'UnknownKind'
  | 'WrongKind'
  | 'Unreadable'
  | 'Warning'
  | 'PodsRefused'
  | 'Advice'
  | 'Scenario';

export type Severity = 'error' | 'warning' | 'info';

/**
 * Where a finding shows in the document: the value, the key, or, for what is missing, the key of the nearest parent
 * that exists. The path may reach deeper than the document does; whoever maps it to text walks up as far as needed.
 */
export interface Place {
  readonly path: NodePath;
  readonly part: 'value' | 'key' | 'parent';
  /** Offsets in the document, for what stands at no value of its own: broken YAML, the second of two equal keys. */
  readonly range?: { readonly start: number; readonly end: number };
}

/** The other half of a conflict: `code` names its text, as a finding's does. */
export type Related = Remark<Extract<Code, `related-${string}`>> & { readonly at: Place };

/** A finding is data; ranges and words come last (`language/diagnostics.ts`, `messages/`). This is what the rules of the API find. */
export interface Finding<C extends Code = Code> extends FindingOf<C, ArgumentsOf<C>> {}

/** A finding by its code and what the text of that code is given; advice has texts of its own. */
export interface FindingOf<C extends string, Args> {
  /** The field path as the API server writes it; '' for the document as a whole. */
  readonly path: string;
  readonly at: Place;
  readonly reason: Reason;
  /** Stable name of the rule, kebab-case: `job-restart-policy`. It is that of its text. */
  readonly code: C;
  /** What its text is given. */
  readonly args: Args;
  readonly severity: Severity;
  readonly related?: readonly Related[];
  /** What mends it, the best first, where that is known to whoever found it. */
  readonly remedies?: readonly Remedy[];
}

/**
 * Of one object no more than so many findings are told; that there are more is said. Nobody reads them, no server would store such an
 * object, and each takes some 2 kB of memory before it is written.
 */
export const mostFindings = 10_000;

/** Whether a finding is of one of these codes. */
export function hasCode<C extends Code>(finding: FindingOf<string, unknown>, ...codes: readonly C[]): finding is Finding<C> {
  return codes.some((code) => code === finding.code);
}

/** What is said of a finding besides; a code whose text is given nothing needs none of it. */
type Details<C extends Code> =
  NoArguments extends ArgumentsOf<C>
    ? [details?: Extras & { readonly args?: ArgumentsOf<C> }]
    : [details: Extras & { readonly args: ArgumentsOf<C> }];

interface Extras {
  readonly related?: readonly Related[];
  /** Shown elsewhere than at the field itself. */
  readonly at?: Place;
}

/** An error about a value that is there. */
export function bad<C extends Code>(path: FieldPath | undefined, reason: Reason, code: C, ...details: Details<C>): Finding {
  return finding(path, 'value', reason, code, 'error', ...details);
}

/** An error about a field that may not be there at all, or whose name is wrong: shown at its key. */
export function misplaced<C extends Code>(path: FieldPath, reason: Reason, code: C, ...details: Details<C>): Finding {
  return finding(path, 'key', reason, code, 'error', ...details);
}

/** An error about a field that is missing: shown at the nearest parent's key. */
export function missing<C extends Code>(path: FieldPath, code: C, ...details: Details<C>): Finding {
  return finding(path, 'parent', 'Required', code, 'error', ...details);
}

/** What the API server would warn of though it accepts the object. */
export function warning<C extends CodeBelowErrors>(path: FieldPath | undefined, code: C, ...details: Details<C>): Finding {
  return finding(path, 'value', 'Warning', code, 'warning', ...details);
}

function finding<C extends Code>(
  path: FieldPath | undefined,
  part: Place['part'],
  reason: Reason,
  code: C,
  severity: Severity,
  ...[{ args, at, related } = {}]: Details<C>
): Finding {
  return {
    path: serverPath(path),
    at: at ?? { path: nodePath(path), part },
    reason,
    code,
    args: args ?? {},
    severity,
    ...(related ? { related } : {}),
  };
}
