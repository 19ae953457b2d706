import type { NodePath } from '../../plain/node-path.ts';
import { type FieldPath, nodePath, serverPath } from './field-path.ts';

/** What the API server calls a broken rule, what decoding calls a broken shape, and our own three. */
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

export type Argument = string | number | boolean | readonly string[];

/** The other half of a conflict: `code` names its text, as a finding's does. */
export interface Related {
  readonly at: Place;
  readonly code: string;
  readonly args: Readonly<Record<string, Argument>>;
}

/** A finding is data; ranges and words come last (`language/diagnostics.ts`, `messages/`). */
export interface Finding {
  /** The field path as the API server writes it; '' for the document as a whole. */
  readonly path: string;
  readonly at: Place;
  readonly reason: Reason;
  /** Stable name of the rule, kebab-case: `job-restart-policy`. The message table is keyed by it. */
  readonly code: string;
  readonly args: Readonly<Record<string, Argument>>;
  readonly severity: Severity;
  readonly related?: readonly Related[];
}

interface Details {
  readonly args?: Readonly<Record<string, Argument>>;
  readonly related?: readonly Related[];
  /** Shown elsewhere than at the field itself. */
  readonly at?: Place;
}

function finding(
  path: FieldPath | undefined,
  part: Place['part'],
  reason: Reason,
  code: string,
  severity: Severity,
  details: Details = {},
): Finding {
  return {
    path: serverPath(path),
    at: details.at ?? { path: nodePath(path), part },
    reason,
    code,
    args: details.args ?? {},
    severity,
    ...(details.related ? { related: details.related } : {}),
  };
}

/** An error about a value that is there. */
export function bad(path: FieldPath | undefined, reason: Reason, code: string, details?: Details): Finding {
  return finding(path, 'value', reason, code, 'error', details);
}

/** An error about a field that may not be there at all, or whose name is wrong: shown at its key. */
export function misplaced(path: FieldPath, reason: Reason, code: string, details?: Details): Finding {
  return finding(path, 'key', reason, code, 'error', details);
}

/** An error about a field that is missing: shown at the nearest parent's key. */
export function missing(path: FieldPath, code: string, details?: Details): Finding {
  return finding(path, 'parent', 'Required', code, 'error', details);
}

/** What the API server would warn of though it accepts the object. */
export function warning(path: FieldPath | undefined, code: string, details?: Details): Finding {
  return finding(path, 'value', 'Warning', code, 'warning', details);
}
