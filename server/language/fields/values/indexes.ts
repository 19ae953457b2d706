import { parseIndexes } from '../../../kubernetes/values/indexes.ts';
import type { ValueKind } from './value-kind.ts';

/** Completion indexes as numbers and intervals: `0,2-5`. */
export const indexes: ValueKind = {
  meaning: ({ analysis: { texts }, value, spec }) => {
    const list = typeof value === 'string' ? parseIndexes(value, spec.completions) : undefined;
    return list && 'count' in list ? texts('value-indexes', { count: list.count, completions: spec.completions ?? '?' }) : undefined;
  },
  colours: 'signs',
};
