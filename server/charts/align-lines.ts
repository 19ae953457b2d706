/** What says whether two lines are the same. */
export type IsSame = (one: string, other: string) => boolean;

/** Larger texts are only compared at their beginning and end. */
const mostCompared = 1_000_000;

/**
 * Of each line of one text the line of another that it is, the most that both have in the same order; undefined where there is none.
 */
export function alignLines(one: readonly string[], other: readonly string[], isSame: IsSame): readonly (number | undefined)[] {
  const most = Math.min(one.length, other.length);
  const same = (at: number, otherAt: number) => isSame(one[at] ?? '', other[otherAt] ?? '');
  let head = 0;
  while (head < most && same(head, head)) head++;
  let tail = 0;
  while (tail < most - head && same(one.length - 1 - tail, other.length - 1 - tail)) tail++;
  const between = alignMiddle(one.slice(head, one.length - tail), other.slice(head, other.length - tail), isSame);
  return one.map((_, at) => {
    if (at < head) return at;
    if (at >= one.length - tail) return other.length - (one.length - at);
    const found = between[at - head];
    return found === undefined ? undefined : found + head;
  });
}

/** By the lengths of what the rests of both have in common. */
function alignMiddle(one: readonly string[], other: readonly string[], isSame: IsSame): readonly (number | undefined)[] {
  const width = other.length + 1;
  if (one.length * width > mostCompared) return [];
  const common = new Uint32Array((one.length + 1) * width);
  const at = (line: number, otherLine: number) => common[line * width + otherLine] ?? 0;
  for (let line = one.length - 1; line >= 0; line--)
    for (let otherLine = other.length - 1; otherLine >= 0; otherLine--)
      common[line * width + otherLine] = isSame(one[line] ?? '', other[otherLine] ?? '')
        ? at(line + 1, otherLine + 1) + 1
        : Math.max(at(line + 1, otherLine), at(line, otherLine + 1));
  let next = 0;
  return one.map((text, line) => {
    while (next < other.length && !isSame(text, other[next] ?? '') && at(line, next + 1) > at(line + 1, next)) next++;
    return next < other.length && isSame(text, other[next] ?? '') ? next++ : undefined;
  });
}
