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
