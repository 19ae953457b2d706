import { linesOf } from '../../manifest/lines.ts';
import { difference, type TextChange } from './text-change.ts';

/** Texts of more lines than this, one count times the other, differ in one place. */
const mostCompared = 4_000_000;

/** The places in which two texts differ, by lines and in their order; in each no more than what differs. */
export function lineChanges(before: string, after: string): readonly TextChange[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const starts = startsOf(old);
  const kept = commonLines(old, now);
  const ends = [...kept, [old.length, now.length] as const];
  return ends.flatMap(([oldEnd, nowEnd], index) => {
    const [oldLast, nowLast] = kept[index - 1] ?? [-1, -1];
    return changesBetween(old.slice(oldLast + 1, oldEnd), now.slice(nowLast + 1, nowEnd), (line) => starts[oldLast + 1 + line] ?? 0);
  });
}

/** Where each line begins, and the end of the last. */
function startsOf(lines: readonly string[]): readonly number[] {
  let start = 0;
  const ends = lines.map(({ length }) => {
    start += length;
    return start;
  });
  return [0, ...ends];
}

/** Of as many lines as before each is a place of its own, so that each can be looked at. */
function changesBetween(was: readonly string[], is: readonly string[], startOf: (line: number) => number): readonly TextChange[] {
  const pairs =
    was.length === is.length ? was.map((line, index) => [line, is[index] ?? ''] as const) : [[was.join(''), is.join('')] as const];
  return pairs.flatMap(([one, other], index) => {
    const change = difference(one, other);
    const begin = startOf(index);
    return change ? [{ ...change, start: begin + change.start, end: begin + change.end }] : [];
  });
}

/** The numbers of as many lines as possible that both have in the same order. */
function commonLines(old: readonly string[], now: readonly string[]): readonly (readonly [number, number])[] {
  if (old.length * now.length > mostCompared) return [];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let a = old.length - 1; a >= 0; a--)
    for (let b = now.length - 1; b >= 0; b--)
      lengths[a * width + b] =
        old[a] === now[b]
          ? (lengths[(a + 1) * width + b + 1] ?? 0) + 1
          : Math.max(lengths[(a + 1) * width + b] ?? 0, lengths[a * width + b + 1] ?? 0);
  const found: (readonly [number, number])[] = [];
  let [a, b] = [0, 0];
  while (a < old.length && b < now.length) {
    if (old[a] === now[b]) found.push([a++, b++]);
    else if ((lengths[(a + 1) * width + b] ?? 0) >= (lengths[a * width + b + 1] ?? 0)) a++;
    else b++;
  }
  return found;
}
