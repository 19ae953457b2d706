import type { ObjectSummary } from '../../server/protocol/requests.ts';
import type { Target } from '../panel/host/messages.ts';

/**
 * Where the target is after edits: the object of its kind and name, the nearest when there are several; otherwise the one at
 * its place, which was renamed. Undefined when neither is there.
 */
export function findTarget(target: Omit<Target, 'uri'>, objects: readonly ObjectSummary[]): ObjectSummary | undefined {
  const distance = ({ document, item }: ObjectSummary) =>
    Math.abs(document - target.document) * 1e6 + Math.abs((item ?? 0) - (target.item ?? 0));
  const same = objects.filter(({ kind, name }) => kind === target.kind && name === target.name);
  const nearest = same.sort((a, b) => distance(a) - distance(b))[0];
  return nearest ?? objects.find(({ document, item }) => document === target.document && item === target.item);
}

/** Reads what an earlier session of the editor kept; undefined when it is not one of ours. */
export function readTarget(value: unknown): Target | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { uri, document, item, kind, name }: Partial<Record<keyof Target, unknown>> = value;
  if (typeof uri !== 'string' || typeof document !== 'number') return undefined;
  if (kind !== 'Job' && kind !== 'CronJob') return undefined;
  const place = typeof item === 'number' ? { document, item } : { document };
  return { uri, ...place, kind, name: typeof name === 'string' ? name : null };
}
