import { type Composed, compose } from './compose.ts';
import type { ManifestBody, SyntaxProblem } from './document.ts';
import { startOfLine } from './lines.ts';
import { aliasTargets } from './nodes.ts';
import { type Places, placesOf } from './places.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readValue } from './read-value.ts';
import { strictProblems } from './strict.ts';
import { largest, refusal, syntaxProblem, textProblems, tooDeep } from './syntax.ts';
import type { AliasNode, MappingNode, Node } from './tree.ts';

/** One document, read when something of it is asked for. Problems never hide the rest: the value is what could be read. */
export function parseBody(text: string): ManifestBody {
  let known: Reading | undefined;
  const reading = () => {
    known ??= readBody(text);
    return known;
  };
  return {
    text,
    templated: text.includes('{{'),
    get value() {
      return reading().value;
    },
    get problems() {
      return reading().problems;
    },
    children: (path) => reading().places.children(path),
    valueRange: (path) => reading().places.valueRange(path),
    keyRange: (path) => reading().places.keyRange(path),
    scalarSource: (path) => reading().places.scalarSource(path),
    entry: (path) => reading().places.entry(path),
    collection: (path) => reading().places.collection(path),
    get aliases() {
      return reading().places.aliases;
    },
    pathAt: (offset) => reading().places.pathAt(offset),
  };
}

interface Reading {
  readonly value: unknown;
  readonly problems: readonly SyntaxProblem[];
  readonly places: Places;
}

function readBody(text: string): Reading {
  const plain = text.length > largest ? undefined : readPlainYaml(text);
  if (plain) return { ...readValue(plain, noAliases), places: placesOf(plain, noAliases, text) };
  const refused = refusal(text);
  if (refused) return unread(text, refused);
  try {
    return readTree(text);
  } catch (error) {
    // Lists and maps inside each other by the thousand, one per line: the stack ends before they do.
    if (error instanceof RangeError) return unread(text, tooDeep);
    throw error;
  }
}

const noAliases: ReadonlyMap<AliasNode, Node> = new Map();

function unread(text: string, problem: SyntaxProblem): Reading {
  return { value: null, problems: [problem], places: placesOf(null, noAliases, text) };
}

function readTree(text: string): Reading {
  const composed = compose(text.replace(otherLineBreaks, '\n'));
  const { root, tab } = composed;
  const targets = text.includes('*') ? aliasTargets(root) : noAliases;
  const reading = readValue(root, targets);
  const { problems, ignored } = syntaxOf(composed, text);
  const syntax = [...textProblems(text), ...problems, ...(tab ? [tab] : [])];
  return {
    value: reading.value,
    problems: [...syntax.slice(0, 1), ...reading.problems, ...(ignored ? [ignored] : [])],
    places: placesOf(root, targets, text),
  };
}

/** A lone carriage return ends a line, and NEL, LS and PS do in YAML 1.1; each is one character, so that no offset moves. */
const otherLineBreaks = /\r(?!\n)|[\u0085\u2028\u2029]/g;

interface Syntax {
  readonly problems: readonly SyntaxProblem[];
  /** Where the library under the API server stops reading. */
  readonly ignored: SyntaxProblem | undefined;
}

/**
 * What is wrong with a tree in the eyes of the library under the API server. It stops at the end of the first value
 * and does not see what follows it in a lower indentation; it takes a comment right behind a bracket or a quote.
 */
function syntaxOf({ root, errors: all }: Composed, text: string): Syntax {
  const errors = all.filter(({ message }) => !takenAnyway.test(message));
  const end = root?.kind === 'mapping' ? root.end : Number.POSITIVE_INFINITY;
  const over = root?.kind === 'mapping' ? endOfReading(root, text) : Number.POSITIVE_INFINITY;
  const behind = errors.findIndex(({ message, pos }) => pos[0] >= over || (pos[0] >= end && message.includes(' at node end')));
  const seen = behind < 0 ? errors : errors.slice(0, behind);
  const first = errors[behind];
  return {
    problems: [...seen.map((error) => syntaxProblem(error, text)), ...strictProblems(root, text)],
    ignored: first && { ...syntaxProblem(first, text), kind: 'unread', code: 'yaml-not-read', args: {} },
  };
}

/** What the library under the API server takes: a comment right behind a bracket or a quote, and an escaped single quote. */
const takenAnyway = /^Comments must be separated|^Invalid escape sequence \\'/;

/** Where the library stops reading: behind a collection in braces, at `...`, at a directive, and at lines further out than the first key. */
function endOfReading({ flow, start, end }: MappingNode, text: string): number {
  if (flow) return end;
  const column = start - startOfLine(text, start);
  const stops = column > 0 ? new RegExp(`^(?:\\.\\.\\.(?=\\s|$)|%| {0,${column - 1}}[^\\s#])`, 'gm') : /^(?:\.\.\.(?=\s|$)|%)/gm;
  stops.lastIndex = end;
  return stops.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}
