import { type FieldPath, nodePath } from '../kubernetes/finding/field-path.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';

/** What a rule may know besides the value and its path. */
export interface RuleContext {
  /** The version whose verdict is wanted. */
  readonly version: KubernetesVersion;
  /**
   * The object as it was decoded, before defaults: it tells what somebody wrote from what a default filled in.
   * Without it everything counts as written.
   */
  readonly original?: unknown;
}

/** What the document says at the path, undefined where a default was filled in; `value` where no document is known. */
export function writtenValue(path: FieldPath, value: unknown, context: RuleContext): unknown {
  if (context.original === undefined) return value;
  let written: unknown = context.original;
  for (const segment of nodePath(path)) {
    if (typeof written !== 'object' || written === null || !Object.hasOwn(written, segment)) return undefined;
    written = Reflect.get(written, segment);
  }
  return written ?? undefined;
}
