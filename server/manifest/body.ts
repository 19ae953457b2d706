import { type Alias, type Document, isMap, type Node, type YAMLParseError } from 'yaml';
import { compose } from './compose.ts';
import type { ManifestBody } from './document.ts';
import { aliasTargets } from './nodes.ts';
import { placesOf } from './places.ts';
import { depthProblem, syntaxProblem, textProblems } from './syntax.ts';
import { readValue } from './values.ts';

/** Reads one document. Problems never hide the rest: the value is what could be read. */
export function parseBody(text: string): ManifestBody {
  const tooDeep = depthProblem(text);
  if (tooDeep) return { text, value: null, problems: [tooDeep], templated: text.includes('{{'), ...placesOf(null, new Map(), text) };
  const { document, tab } = compose(text.replace(oldLineBreaks, '\n'));
  const root = document?.contents ?? null;
  const targets = text.includes('*') ? aliasTargets(root) : new Map<Alias, Node>();
  const reading = readValue(root, targets);
  const syntax = [...textProblems(text), ...errorsOf(document).map((error) => syntaxProblem(error, text)), ...(tab ? [tab] : [])];
  return {
    text,
    value: text.startsWith(byteOrderMark) ? markedValue(reading.value) : reading.value,
    problems: [...syntax.slice(0, 1), ...reading.problems],
    templated: text.includes('{{'),
    ...placesOf(root, targets, text),
  };
}

/** NEL, LS and PS end a line in YAML 1.1, and no longer in 1.2. */
const oldLineBreaks = /[\u0085\u2028\u2029]/g;

const byteOrderMark = '\ufeff';

/** Recorded of 1.37: a byte order mark becomes part of the first key, which is then not recognized. */
function markedValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry], index) => [index ? key : byteOrderMark + key, entry]));
}

/**
 * The library under the API server stops at the end of the first value, and does not see what follows it in a lower
 * indentation.
 */
function errorsOf(document: Document.Parsed | undefined): readonly YAMLParseError[] {
  const errors = document?.errors ?? [];
  const end = document?.contents?.range?.[1];
  if (end === undefined || !isMap(document?.contents)) return errors;
  const behind = errors.findIndex(({ message, pos }) => pos[0] >= end && message.includes(' at node end'));
  return behind < 0 ? errors : errors.slice(0, behind);
}
