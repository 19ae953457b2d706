import type { Target } from './messages.ts';

/** Reads what an earlier session of the editor kept; undefined when it is not one of ours. */
export function readTarget(value: unknown): Target | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { uri, document, item, kind, name }: Partial<Record<keyof Target, unknown>> = value;
  if (typeof uri !== 'string' || typeof document !== 'number') return undefined;
  if (kind !== 'Job' && kind !== 'CronJob') return undefined;
  const place = typeof item === 'number' ? { document, item } : { document };
  return { uri, ...place, kind, name: typeof name === 'string' ? name : null };
}
