import type { Replacement } from './fault.ts';

/** A text as it is written and as it was mended, and how the offsets of the one are those of the other. */
export interface TextMap {
  readonly mended: string;
  /** Offsets are those of the text as it is written. */
  readonly edits: readonly Replacement[];
  toMended(offset: number): number;
  /** Of what was put in, the place where that was done. */
  toWritten(offset: number): number;
  /** With more replacements, whose offsets are those of the mended text; undefined where they touch what was mended before. */
  with(more: readonly Replacement[]): TextMap | undefined;
}

export function textMap(written: string, edits: readonly Replacement[] = []): TextMap {
  const shifts: (Replacement & { readonly shift: number; readonly after: number })[] = [];
  for (const edit of edits) {
    const shift = shifts.at(-1)?.after ?? 0;
    shifts.push({ ...edit, shift, after: shift + edit.text.length - (edit.end - edit.start) });
  }
  const toMended = (offset: number) => {
    const last = shifts.findLast(({ start }) => start <= offset);
    if (!last) return offset;
    return offset >= last.end ? offset + last.after : last.start + last.shift + Math.min(offset - last.start, last.text.length);
  };
  const toWritten = (offset: number) => {
    const last = shifts.findLast(({ start, shift }) => start + shift <= offset);
    if (!last) return offset;
    const into = offset - last.start - last.shift;
    return into >= last.text.length ? offset - last.after : Math.min(last.start + into, last.end);
  };
  const isTouched = ({ start, end }: Replacement) =>
    shifts.some((edit) => {
      const [from, to] = [edit.start + edit.shift, edit.start + edit.shift + edit.text.length];
      return start < to && end > from;
    });
  return {
    mended: replaced(written, edits),
    edits,
    toMended,
    toWritten,
    with(more) {
      if (more.some(isTouched)) return undefined;
      const all = [...edits, ...more.map(({ start, end, text }) => ({ start: toWritten(start), end: toWritten(end), text }))];
      return textMap(written, joined(all.sort((a, b) => a.start - b.start)));
    },
  };
}

/** Two insertions at one place become one. */
function joined(edits: readonly Replacement[]): readonly Replacement[] {
  const done: Replacement[] = [];
  for (const edit of edits) {
    const last = done.at(-1);
    if (!last || last.end < edit.start || (last.end === edit.start && edit.start < edit.end)) done.push(edit);
    else done.splice(-1, 1, { start: last.start, end: Math.max(last.end, edit.end), text: last.text + edit.text });
  }
  return done;
}

/** A text with replacements made, which stand in its order and not over each other. */
export function replaced(text: string, edits: readonly Replacement[]): string {
  const parts = edits.map(({ start, text: put }, index) => text.slice(edits[index - 1]?.end ?? 0, start) + put);
  return parts.join('') + text.slice(edits.at(-1)?.end ?? 0);
}
