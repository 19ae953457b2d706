import { lookAlikesIn, misreadSigns } from '../../unicode/look-alikes.ts';
import type { Fault, Replacement } from './fault.ts';
import type { WrittenLine } from './written-lines.ts';

/**
 * Signs of a line that only look like YAML's own, where with these in their place a text can be read further: a dash or bullet before
 * an item, curly quotes, full-width brackets. Colons alone are told of by the key before them.
 */
export function misreadSignsIn(
  { content: { start, text } }: WrittenLine,
  isReadWith: (edits: readonly Replacement[]) => boolean,
): Fault | undefined {
  const edits = misreadSigns(text).map(({ index, character, sign }) => ({
    start: start + index,
    end: start + index + character.length,
    text: sign,
  }));
  const [first] = edits;
  if (!first || edits.every((edit) => edit.text === ':') || !isReadWith(edits)) return undefined;
  const args = { characters: lookAlikesIn(edits.map((edit) => text.slice(edit.start - start, edit.end - start)).join('')) };
  return {
    remark: { code: 'yaml-signs-misread', args: { ...args, signs: [...new Set(edits.map((edit) => edit.text))] } },
    range: { start: first.start, end: first.end },
    mends: [{ title: { code: 'fix-replace-unseen', args }, edits, preferred: true }],
    certain: true,
  };
}
