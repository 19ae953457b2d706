import { parseQuantity } from '../kubernetes/values/quantity.ts';
import { isRecord } from '../plain/record.ts';
import type { FactDocument } from './namespace-facts.ts';

/**
 * What of a document no cluster would have stored, so that nothing is in force of it: paths such as `spec.hard.pods`, in the order of
 * its fields. None of a document as kubectl prints it.
 */
export function unreadableIn({ kind, value }: FactDocument): readonly string[] {
  const { metadata, spec, status } = value;
  const named = isRecord(metadata) && typeof metadata['name'] === 'string' ? [] : ['metadata.name'];
  if (kind === 'ResourceQuota') return [...named, ...badAmounts(spec, 'spec', 'hard'), ...badAmounts(status, 'status', 'used')];
  if (kind === 'LimitRange') return [...named, ...badLimits(isRecord(spec) ? spec['limits'] : spec)];
  return named;
}

const amountsOfLimit = ['min', 'max', 'default', 'defaultRequest', 'maxLimitRequestRatio'];

function badLimits(limits: unknown): readonly string[] {
  if (limits === undefined || limits === null) return [];
  if (!Array.isArray(limits)) return ['spec.limits'];
  return limits.flatMap((limit: unknown, at) => amountsOfLimit.flatMap((name) => badAmounts(limit, `spec.limits[${at}]`, name)));
}

/** The amounts at a field of a map, which may not be there. */
function badAmounts(within: unknown, path: string, name: string): readonly string[] {
  if (within === undefined || within === null) return [];
  if (!isRecord(within)) return [path];
  const amounts = within[name];
  if (amounts === undefined || amounts === null) return [];
  if (!isRecord(amounts)) return [`${path}.${name}`];
  return Object.entries(amounts).flatMap(([resource, amount]) => (isAmount(amount) ? [] : [`${path}.${name}.${resource}`]));
}

function isAmount(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'number') && parseQuantity(value) !== undefined;
}
