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
 * The value of a document whose last field, nearly always `spec`, was met before in the same words: only what stands above it is read,
 * and the field's value is the object that it was. So repositories of rendered manifests are read, and judged, by what differs in
 * them. Undefined where that is not so, where a text is not written plainly, and where anything is to be said of it.
 */
export function valueWithKnownEnd(text: string): PlainRecord | undefined {
  const start = startOfEnd(text);
  const end = start === undefined ? undefined : endInWords(text.slice(start)).fields;
  const above = end && fieldsIn(text.slice(0, start));
  return above && !Object.keys(end).some((key) => Object.hasOwn(above, key)) ? { ...above, ...end } : undefined;
}

/** A text to read a document from whose last field may be kept: a copy, as a piece of a file's text holds on to all of it. */
export function textToKeep(text: string): string {
  return startOfEnd(text) === undefined ? text : structuredClone(text);
}

/** Keeps the last field of a document that was written plainly, and of which nothing is to be said; from the text that was read. */
export function keepEnd(text: string, value: unknown): void {
  const start = startOfEnd(text);
  if (start === undefined || !isRecord(value)) return;
  const key = text.slice(start, text.indexOf(':', start));
  if (Object.hasOwn(value, key)) endInWords(text.slice(start)).fields ??= { [key]: value[key] };
}

const endInWords = oncePerText(most, (): { fields?: PlainRecord } => ({}));

/** Where a last field begins that is worth to be kept. */
function startOfEnd(text: string): number | undefined {
  const start = startOfLastField(text);
  const length = text.length - start;
  return start === 0 || length < shortest || length > longest ? undefined : start;
}

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
