import type { Target } from './messages.ts';

/** The same object before and after an edit, which may have given it another name or another place. */
export function isSameObject(before: Target | undefined, after: Target): boolean {
  if (before?.uri !== after.uri || before.kind !== after.kind) return false;
  return before.name === after.name || (before.document === after.document && before.item === after.item);
}

/** Reads what an earlier session of the editor kept; undefined when it is not one of ours. */
export function readTarget(value: unknown): Target | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { uri, document, item, kind, name, explain }: Partial<Record<keyof Target, unknown>> = value;
  if (typeof uri !== 'string' || typeof document !== 'number') return undefined;
  if (kind !== 'Job' && kind !== 'CronJob') return undefined;
  const place = typeof item === 'number' ? { document, item } : { document };
  return { uri, ...place, kind, name: typeof name === 'string' ? name : null, ...(explain === true ? { explain } : {}) };
}
