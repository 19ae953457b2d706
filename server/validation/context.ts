import { type FieldPath, nodePath } from '../kubernetes/field-path.ts';
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

/** Whether the document itself holds a value at the path, rather than a default. */
export function isWritten(path: FieldPath, context: RuleContext): boolean {
  if (context.original === undefined) return true;
  let value: unknown = context.original;
  for (const segment of nodePath(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return false;
    value = Reflect.get(value, segment);
  }
  return value !== undefined && value !== null;
}
