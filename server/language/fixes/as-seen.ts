import { unseenBlanks } from '../../manifest/faults/unseen-blanks.ts';
import { textRange } from '../../manifest/source.ts';
import { lookAlikesIn, meantBy } from '../../unicode/look-alikes.ts';
import { type Fixer, fix } from './fix.ts';

/**
 * Puts what people see in the place of what was pasted: a value with a blank that is none, a letter of another alphabet, curly quotes.
 * So of a key, where nothing else is known that was meant by it.
 */
export const replaceUnseen: Fixer = ({ source, finding: { at, severity, remedies = [] }, texts }) => {
  const { text, document } = source;
  const ofKey = at.part === 'key' && remedies.length === 0 ? document.body.keyRange(at.path) : undefined;
  const range = at.part === 'value' ? document.body.valueRange(at.path) : ofKey;
  if (!range || severity !== 'error') return [];
  const found = textRange(source, range);
  const written = text.getText(found);
  const meant = meantBy(written);
  if (meant === undefined) return [];
  return fix(texts('fix-replace-unseen', { characters: lookAlikesIn(written) }), { range: found, newText: meant }, true);
};

/** Spaces in the place of all blanks of a document that YAML takes for letters. */
export const spacesForUnseen: Fixer = ({ source, texts }) => {
  const { text } = source.document.body;
  const found = unseenBlanks(text);
  const characters = lookAlikesIn(found.map(({ start, end }) => text.slice(start, end)).join(''));
  const edits = found.map(({ text: newText, ...range }) => ({ range: textRange(source, range), newText }));
  return [{ title: texts('fix-replace-unseen', { characters }), edits, preferred: true }];
};
