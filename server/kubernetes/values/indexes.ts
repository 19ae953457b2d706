import type { Code, Remark } from '../../messages/en/index.ts';

/** Inclusive, `first <= last`. */
export interface IndexInterval {
  readonly first: number;
  readonly last: number;
}

/** Why a list of indexes cannot be read: the code of a text and its arguments. */
export type IndexListProblem = Remark<Extract<Code, `indexes-${string}`>>;

export type IndexList =
  | { readonly intervals: readonly IndexInterval[]; readonly count: number; readonly problem?: undefined }
  | { readonly problem: IndexListProblem };

/**
 * Reads `1,3-5,7` as the API server does (pkg/apis/batch/validation, 1.37): increasing, each below `completions`. The
 * empty text is the empty list. Numbers may have a sign and leading zeros, as Go's Atoi allows; what is wrong first is
 * reported. Without `completions` (undefined) no index is too large.
 */
export function parseIndexes(text: string, completions: number | undefined): IndexList {
  const intervals: IndexInterval[] = [];
  let count = 0;
  for (const fragment of text === '' ? [] : text.split(',')) {
    const interval = parseInterval(fragment, completions ?? Number.POSITIVE_INFINITY);
    if ('code' in interval) return { problem: interval };
    const previous = intervals.at(-1);
    if (previous && previous.last >= interval.first) return { problem: outOfOrder(previous.last, interval.first) };
    intervals.push(interval);
    count += interval.last - interval.first + 1;
  }
  return { intervals, count };
}

function parseInterval(fragment: string, completions: number): IndexInterval | IndexListProblem {
  const parts = fragment.split('-');
  if (parts.length > 2) return { code: 'indexes-fragment', args: { fragment } };
  const numbers: number[] = [];
  for (const part of parts) {
    const number = parseInteger(part);
    if (number === undefined) return { code: 'indexes-number', args: { text: part } };
    if (number >= completions) return { code: 'indexes-too-large', args: { text: part, completions } };
    numbers.push(number);
  }
  const [first = 0, last = first] = numbers;
  return parts.length > 1 && first >= last ? outOfOrder(first, last) : { first, last };
}

function parseInteger(text: string): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(64, value) === value ? Number(value) : undefined;
}

function outOfOrder(previous: number, current: number): IndexListProblem {
  return { code: 'indexes-order', args: { previous, current } };
}
