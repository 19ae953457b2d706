import { type LibyamlProblem, Refusal } from './refusal.ts';
import { createScanner, type Scanner } from './scanner.ts';
import type { Token } from './token.ts';

/** What the library makes of a text: where it refuses it, or where it stops reading. */
export type LibyamlVerdict = RefusedText | { readonly refused: false; readonly end: number };

export interface RefusedText {
  readonly refused: true;
  readonly problem: LibyamlProblem;
  readonly offset: number;
}

/**
 * Whether the library under the API server reads the first document of a text (go.yaml.in/yaml/v2 parserc.go, 2.4). It is
 * stricter than YAML in some things, laxer in others, and does not look at what follows the document.
 */
export function libyamlVerdict(text: string): LibyamlVerdict {
  try {
    const scanner = createScanner(text);
    readDocument(scanner);
    return { refused: false, end: scanner.peek().offset };
  } catch (error) {
    if (error instanceof Refusal) return { refused: true, problem: error.problem, offset: error.offset };
    throw error;
  }
}

const content: ReadonlySet<Token['kind']> = new Set(['directive', 'document-start', 'document-end', 'stream-end']);

function readDocument(scanner: Scanner): void {
  const { kind } = scanner.peek();
  if (kind === 'stream-end') return;
  const handles = new Set(['!', '!!']);
  if (kind === 'directive' || kind === 'document-start') {
    readDirectives(scanner, handles);
    expect(scanner, 'document-start', 'directives-end');
    if (content.has(scanner.peek().kind)) return;
  }
  createNodes(scanner, handles).node(true, false);
}

function readDirectives(scanner: Scanner, handles: Set<string>): void {
  const own = new Set<string>();
  for (let token = scanner.peek(); token.kind === 'directive'; token = scanner.peek()) {
    const { directive, offset } = token;
    const name = directive.name === 'YAML' ? 'YAML' : directive.handle;
    if (own.has(name) || (directive.name === 'YAML' && !isKnown(directive.version))) throw new Refusal('directive', offset);
    own.add(name);
    if (directive.name === 'TAG') handles.add(directive.handle);
    scanner.skip();
  }
}

/** 1.1, with a leading zero or two if need be. */
function isKnown(version: string): boolean {
  return version.split('.').every((part) => Number(part) === 1);
}

function expect(scanner: Scanner, kind: Token['kind'], problem: LibyamlProblem): void {
  const token = scanner.peek();
  if (token.kind !== kind) throw new Refusal(problem, token.offset);
  scanner.skip();
}

function createNodes(scanner: Scanner, handles: ReadonlySet<string>) {
  const kind = () => scanner.peek().kind;
  const is = (...kinds: readonly Token['kind'][]) => kinds.includes(kind());
  function takes(wanted: Token['kind']): boolean {
    const found = kind() === wanted;
    if (found) scanner.skip();
    return found;
  }
  function refuse(problem: LibyamlProblem): never {
    throw new Refusal(problem, scanner.peek().offset);
  }

  /** `block`: it may be a block; `indentless`: and a list in the column of its key. */
  function node(block: boolean, indentless: boolean): void {
    if (takes('alias')) return;
    const hasProperties = properties();
    if (indentless && kind() === '-') indentlessSequence();
    else if (takes('scalar')) return;
    else if (takes('[')) flowSequence();
    else if (takes('{')) flowMapping();
    else if (block && takes('block-sequence')) blockSequence();
    else if (block && takes('block-mapping')) blockMapping();
    else if (!hasProperties) refuse('unexpected');
  }

  /** An anchor and a tag, in whichever order. */
  function properties(): boolean {
    const anchored = takes('anchor');
    const tagged = tag();
    const anchoredLater = tagged && !anchored && takes('anchor');
    return anchored || tagged || anchoredLater;
  }
  function tag(): boolean {
    const token = scanner.peek();
    if (token.kind !== 'tag') return false;
    if (token.handle !== '' && !handles.has(token.handle)) throw new Refusal('tag', token.offset);
    scanner.skip();
    return true;
  }

  function blockSequence(): void {
    while (takes('-')) if (!is('-', 'block-end')) node(true, false);
    if (!takes('block-end')) refuse('dash');
  }
  function indentlessSequence(): void {
    while (takes('-')) if (!is('-', 'key', 'value', 'block-end')) node(true, false);
  }
  function blockMapping(): void {
    while (takes('key')) {
      if (!is('key', 'value', 'block-end')) node(true, true);
      if (takes('value') && !is('key', 'value', 'block-end')) node(true, true);
    }
    if (!takes('block-end')) refuse('colon');
  }

  function flowSequence(): void {
    for (let first = true; !is(']'); first = false) {
      if (!first && !takes(',')) refuse('comma');
      if (takes('key')) pairInSequence();
      else if (!is(']')) node(false, false);
    }
    scanner.skip();
  }
  function pairInSequence(): void {
    if (is('value', ',', ']')) scanner.skip();
    else node(false, false);
    if (takes('value') && !is(',', ']')) node(false, false);
  }
  function flowMapping(): void {
    for (let first = true; !is('}'); first = false) {
      if (!first && !takes(',')) refuse('comma');
      if (takes('key')) {
        if (!is('value', ',', '}')) node(false, false);
        if (takes('value') && !is(',', '}')) node(false, false);
      } else if (!is('}')) node(false, false);
    }
    scanner.skip();
  }
  return { node };
}
