import { oncePerText } from '../plain/once-per.ts';
import { isRecord, type PlainRecord } from '../plain/record.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readValue } from './read-value.ts';
import { lineFeed, space } from './text-cursor.ts';

/** In characters: what is shorter is read as soon as it is looked up, and few fields are longer. */
const [shortest, longest] = [200, 16_384];

/** How many are kept, those that were met last. */
const most = 300;

/**
 * The value of a document whose last field, nearly always `spec`, was met twice before in the same words: only what stands above it
 * is read, and the field's value is the object that it was. So repositories of rendered manifests are read, and judged, by what differs
 * in them. Undefined where that is not so, where a text is not written plainly, and where anything is to be said of it.
 */
export function valueWithKnownEnd(text: string): PlainRecord | undefined {
  const start = startOfLastField(text);
  const length = text.length - start;
  if (start === 0 || length < shortest || length > longest) return undefined;
  const words = text.slice(start);
  const end = endInWords(words)(words);
  const above = end && fieldsIn(text.slice(0, start));
  return above && !Object.keys(end).some((key) => Object.hasOwn(above, key)) ? { ...above, ...end } : undefined;
}

/** The fields of a text from the second time on that they are asked for: most are met but once, and then read with their document. */
const endInWords = oncePerText(most, () => {
  let [met, read]: [boolean, { readonly fields: PlainRecord | undefined } | undefined] = [false, undefined];
  return (words: string) => {
    // Of a copy, as what is kept here outlives the file.
    if (met) read ??= { fields: fieldsIn(structuredClone(words)) };
    met = true;
    return read?.fields;
  };
});

/** Where the last line begins that is not indented, if it holds a key alone; otherwise the length of the text. */
function startOfLastField(text: string): number {
  let start = text.length;
  do start = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
  while (start > 0 && isIndented(text.charCodeAt(start)));
  keyAlone.lastIndex = start;
  return keyAlone.test(text) ? start : text.length;
}

const keyAlone = /[A-Za-z]\w*:\n/y;

/** By the first character of a line, which may be empty. */
function isIndented(character: number): boolean {
  return character === space || character === lineFeed;
}

/** The fields of a text that is written plainly, from the first column on, and of which nothing is to be said. */
function fieldsIn(text: string): PlainRecord | undefined {
  const root = readPlainYaml(text);
  if (root?.kind !== 'mapping' || root.flow || (root.start > 0 && text.charCodeAt(root.start - 1) !== lineFeed)) return undefined;
  const { value, problems } = readValue(root, new Map());
  return problems.length === 0 && isRecord(value) ? value : undefined;
}
