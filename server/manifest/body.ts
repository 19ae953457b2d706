import { Composer, type Document, isAlias, type Node, Parser, visit } from 'yaml';
import type { ManifestBody } from './document.ts';
import { placesOf } from './places.ts';
import { directiveProblems, syntaxProblem } from './syntax.ts';
import { readValue } from './values.ts';

const options = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  prettyErrors: false,
  strict: true,
  logLevel: 'silent',
} as const;

/** Reads one document. Problems never hide the rest: the value is what could be read. */
export function parseBody(text: string): ManifestBody {
  const document = firstDocument(text);
  const root = document?.contents ?? null;
  const anchors = document ? anchorsOf(document) : new Map<string, Node>();
  const reading = readValue(root, anchors);
  const syntax = [...directiveProblems(text), ...(document?.errors ?? []).map((error) => syntaxProblem(error, text))];
  return {
    text,
    value: text.startsWith(byteOrderMark) ? markedValue(reading.value) : reading.value,
    problems: [...syntax.slice(0, 1), ...reading.problems],
    templated: text.includes('{{'),
    ...placesOf(root, anchors, text),
  };
}

const byteOrderMark = '\ufeff';

/** Recorded of 1.37: a byte order mark becomes part of the first key, which is then not recognized. */
function markedValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry], index) => [index ? key : byteOrderMark + key, entry]));
}

/** Only the first: what follows a `...` line is not read by the API server. */
function firstDocument(text: string): Document.Parsed | undefined {
  const composer = new Composer(options);
  for (const document of composer.compose(new Parser().parse(text), true, text.length)) return document as Document.Parsed;
  return undefined;
}

function anchorsOf(document: Document.Parsed): ReadonlyMap<string, Node> {
  const anchors = new Map<string, Node>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && 'anchor' in node && node.anchor) anchors.set(node.anchor, node);
    },
  });
  return anchors;
}
