import { textRange } from '../../manifest/source.ts';
import { asSeen, lookAlikesIn } from '../../unicode/look-alikes.ts';
import { type Fixer, fix } from './fix.ts';

/** Puts what people see in the place of what was pasted: a value with a blank that is none, a letter of another alphabet, curly quotes. */
export const replaceUnseen: Fixer = ({ source, finding: { at, severity }, texts }) => {
  const { text, document } = source;
  const range = at.part === 'value' ? document.body.valueRange(at.path) : undefined;
  if (!range || severity !== 'error') return [];
  const found = textRange(source, range);
  const written = text.getText(found);
  const seen = asSeen(written);
  const isPlain = /^[\w./@+-]+$/.test(seen);
  if (written.includes('\n') || lookAlikesIn(written).length === 0 || !(isPlain || /^"[\w ./@+*:-]*"$|^'[\w ./@+*:-]*'$/.test(seen)))
    return [];
  return fix(texts('fix-replace-unseen', { characters: lookAlikesIn(written) }), { range: found, newText: seen }, true);
};
