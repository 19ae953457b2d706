import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, Parser, type Scalar, type YAMLParseError } from 'yaml';
import { startOfNextLine } from './lines.ts';
import type { Extent, Node, ScalarNode } from './tree.ts';

/** All scalars stay text, as they are written; what they mean is decided by `scalars.ts`. */
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

export interface Composed {
  readonly root: Node | null;
  readonly errors: readonly YAMLParseError[];
}

/** The tree of a text's first document: what follows a `...` line is not read by the API server. */
export function compose(text: string): Composed {
  return withoutStacks(() => {
    const composed = composeWith(new Lexer(), text);
    if (!composed.errors.length || !/["'[{]/.test(text)) return composed;
    return composeWith(looseLexer(), text);
  });
}

/** The library makes an Error of each fault, whose stack nobody reads and costs more than the reading. */
function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function composeWith(lexer: Lexer, text: string): Composed {
  const document = firstDocument(lexer, text);
  return { root: treeOf(document?.contents, text), errors: document?.errors ?? [] };
}

function firstDocument(lexer: Lexer, text: string): Document.Parsed | undefined {
  const parser = new Parser();
  const composer = new Composer(options);
  const lexemes = lexer.lex(text);
  for (const lexeme of readOtherwise.test(text) ? asLibyamlReads([...lexemes]) : lexemes) {
    for (const token of parser.next(lexeme)) for (const document of composer.next(token)) return document;
  }
  for (const token of parser.end()) for (const document of composer.next(token)) return document;
  for (const document of composer.end(true, text.length)) return document;
  return undefined;
}

/** Where a sign stands that the library under the API server may read otherwise. */
const readOtherwise = /(?:^|[\s[{,:?])-[,[\]{}]|[\s[{,]\?[^\s]|[^\s"'\]}]:[,[\]{}]/;

/** How the lexer announces that the next lexeme is a scalar written plainly, or as a block. */
const scalarMark = '\x1f';

/**
 * The lexemes of a text as the library under the API server takes them between brackets: a dash with no blank behind it is text
 * (`{a: -}`), a question mark begins a key with none behind it (`[?a]`), and a colon right before a comma or a bracket belongs to
 * the text before it (`{a:, b: c}`).
 */
function* asLibyamlReads(all: readonly string[]): Generator<string> {
  const lexemes = all.filter((lexeme, index) => !isNothingBehindColon(lexeme === scalarMark ? index : index - 1, all));
  let depth = 0;
  for (const [index, lexeme] of lexemes.entries()) {
    const [before = '', after = ''] = [lexemes[index - 1], lexemes[index + 1]];
    if (before !== scalarMark) depth += depthOf(lexeme);
    if (depth === 0) yield lexeme;
    else if (before === scalarMark)
      yield `${lexeme.slice(isKeyAt(index - 1, lexemes) ? 1 : 0)}${isTextAt(index + 1, lexemes) ? after : ''}`;
    else if (lexeme === scalarMark) yield* isKeyAt(index, lexemes) ? ['?', scalarMark] : [scalarMark];
    else if (lexeme === '-' && /^\S/.test(after)) yield* [scalarMark, lexeme];
    else if (!isTextAt(index, lexemes)) yield lexeme;
  }
}

function depthOf(lexeme: string): number {
  if (lexeme === '[' || lexeme === '{') return 1;
  return lexeme === ']' || lexeme === '}' ? -1 : 0;
}

/** Whether an empty scalar stands there, which the lexer puts between a colon and a comma. */
function isNothingBehindColon(index: number, lexemes: readonly string[]): boolean {
  return lexemes[index - 1] === ':' && lexemes[index] === scalarMark && lexemes[index + 1] === '';
}

/** Whether a plain scalar stands there, first in its entry, that begins with a question mark. */
function isKeyAt(index: number, lexemes: readonly string[]): boolean {
  return /^\?./.test(lexemes[index + 1] ?? '') && /[[{,]\s*$/.test(lexemes.slice(Math.max(0, index - 4), index).join(''));
}

/** Whether a lexeme is a colon that belongs to the plain text before it. */
function isTextAt(index: number, lexemes: readonly string[]): boolean {
  return lexemes[index] === ':' && lexemes[index - 2] === scalarMark && /^[,[\]{}]$/.test(lexemes[index + 1] ?? '');
}

/** Comments in lines of their own belong to nothing, whatever their column: a value ends with its line, a block with its last value. */
function treeOf(node: unknown, text: string, inFlow = false): Node | null {
  if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return null;
  const [start, end, endWithComments] = node.range ?? [0, 0, 0];
  const outerEnd = inFlow || start === end ? end : Math.min(endWithComments, startOfNextLine(text, end));
  const extent = { start, end, outerEnd };
  if (isAlias(node)) return { kind: 'alias', source: node.source, ...extent };
  const { anchor } = node;
  if (isScalar(node)) {
    const content = typeof node.value === 'string' ? node.value : '';
    return { kind: 'scalar', text: content, style: styleOf(node.type), tag: node.tag, anchor, ...extent };
  }
  const flow = node.flow === true;
  const childOf = (child: unknown) => treeOf(child, text, flow || inFlow);
  if (isSeq(node)) {
    const items = node.items.map(childOf);
    return { kind: 'sequence', items, flow, anchor, ...(flow ? extent : blockExtent(start, items.at(-1) ?? null, extent)) };
  }
  const entries = node.items.map(({ key, value }) => ({ key: childOf(key), value: childOf(value) }));
  const last = entries.at(-1);
  return { kind: 'mapping', entries, flow, anchor, ...(flow ? extent : blockExtent(start, last?.value ?? last?.key ?? null, extent)) };
}

function blockExtent(start: number, last: Node | null, otherwise: Extent): Extent {
  return last ? { start, end: last.outerEnd, outerEnd: last.outerEnd } : otherwise;
}

function styleOf(type: Scalar['type']): ScalarNode['style'] {
  if (type === 'QUOTE_SINGLE') return 'single-quoted';
  if (type === 'QUOTE_DOUBLE') return 'double-quoted';
  return type === 'PLAIN' ? 'plain' : 'block';
}

/**
 * Quoted text and flow collections may go on in any column for the library under the API server; YAML 1.2 wants them
 * indented. The lexer has no option for it: `indentNext` is the column that it wants, so it is 0 while they are read.
 */
function looseLexer(): Lexer {
  const lexer = new Lexer();
  for (const method of ['parseQuotedScalar', 'parseFlowCollection']) {
    const original: unknown = Reflect.get(lexer, method);
    if (typeof original !== 'function') continue;
    Reflect.set(lexer, method, function* (): Generator<unknown, unknown> {
      const indentation: unknown = Reflect.get(lexer, 'indentNext');
      Reflect.set(lexer, 'indentNext', 0);
      const result: unknown = yield* original.call(lexer);
      Reflect.set(lexer, 'indentNext', indentation);
      return result;
    });
  }
  return lexer;
}
