import type { CST } from 'yaml';
import type { SyntaxProblem } from './document.ts';

interface Context {
  /** Inside brackets tabs are blanks like any other. */
  readonly inFlow: boolean;
  /** The column of the innermost block list or map. */
  readonly indent: number;
  /** Between a key that a question mark begins and its value: the colon begins a value as a dash does. */
  readonly explicit?: boolean;
}

/** A token without others in it, and where it stands. */
interface Leaf extends Context {
  readonly token: CST.Token;
}

/** What decides whether a tab is a blank, at some point of the text. */
interface Point {
  /** The offset at which the line begins. */
  readonly line: number;
  /** Nothing but blanks stand before it in its line. */
  readonly atStart: boolean;
  readonly afterDash: boolean;
  /** Lines behind plain text may be more of it, so there a tab is a blank once the line is indented so far. */
  readonly plainIndent: number | undefined;
}

/**
 * The first tab that the library under the API server does not take for a blank (scannerc.go of go.yaml.in/yaml/v2):
 * one that a line begins with, or one behind a dash. Between brackets, in text and behind a value it takes them.
 */
export function tabProblem(document: CST.Token, text: string): SyntaxProblem | undefined {
  const first = firstTab.exec(text)?.[0].length;
  if (first !== undefined) return problemAt(first - 1);
  let point: Point = { line: document.offset, atStart: true, afterDash: false, plainIndent: undefined };
  for (const leaf of leavesOf(document, { inFlow: false, indent: -1 })) {
    const start = tabIn(leaf, point);
    if (start !== undefined) return problemAt(start);
    point = pointAfter(leaf, point);
  }
  return undefined;
}

/** Before the first word even lines of blanks and comments may not begin with one. */
const firstTab = /^\uFEFF?(?:[ ]*(?:#.*)?\r?\n|---[ ]*(?:#.*)?\r?\n|%.*\r?\n)*[ ]*\t/;

function problemAt(start: number): SyntaxProblem {
  return { kind: 'not-yaml', code: 'yaml-tab-indentation', args: {}, range: { start, end: start + 1 }, path: [] };
}

/** The offset of a tab among blanks that is none; undefined where all of them are. */
function tabIn({ token, inFlow }: Leaf, { line, atStart, afterDash, plainIndent }: Point): number | undefined {
  if (token.type !== 'space' || !(afterDash || atStart)) return undefined;
  const tab = token.source.indexOf('\t');
  const start = token.offset + tab;
  const isBlank = plainIndent === undefined ? inFlow : start - line >= plainIndent && !afterDash;
  return tab < 0 || isBlank ? undefined : start;
}

function pointAfter({ token, indent, explicit = false, inFlow }: Leaf, point: Point): Point {
  const inLine = { line: point.line, atStart: false, afterDash: false, plainIndent: undefined };
  switch (token.type) {
    case 'space':
    case 'comment':
      return point;
    case 'newline':
      return { ...point, line: token.offset + token.source.length, atStart: true, afterDash: false };
    case 'block-scalar':
      return { line: endOf(token), atStart: true, afterDash: false, plainIndent: undefined };
    case 'scalar':
      return { ...inLine, plainIndent: indent + 1 };
    case 'seq-item-ind':
    case 'explicit-key-ind':
      return { ...inLine, afterDash: true };
    case 'map-value-ind':
      return { ...inLine, afterDash: explicit && !inFlow };
    default:
      return inLine;
  }
}

function endOf({ offset, props, source }: CST.BlockScalar): number {
  return props.reduce((end, prop) => end + ('source' in prop ? prop.source.length : 0), offset) + source.length;
}

function* leavesOf(token: CST.Token, context: Context): Generator<Leaf> {
  switch (token.type) {
    case 'document':
      yield* allLeaves([...token.start, token.value, ...(token.end ?? [])], context);
      return;
    case 'block-map':
    case 'block-seq':
      yield* itemLeaves(token.items, { inFlow: false, indent: token.indent });
      return;
    case 'flow-collection':
      yield* leavesOf(token.start, context);
      yield* itemLeaves(token.items, { ...context, inFlow: true });
      yield* allLeaves(token.end, context);
      return;
    case 'scalar':
    case 'alias':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      yield { token, ...context };
      yield* allLeaves(token.end ?? [], context);
      return;
    default:
      yield { token, ...context };
  }
}

function* itemLeaves(items: readonly CST.CollectionItem[], context: Context): Generator<Leaf> {
  for (const { start, key, sep, value } of items) {
    yield* allLeaves([...start, key], context);
    yield* allLeaves(sep ?? [], { ...context, explicit: start.some(({ type }) => type === 'explicit-key-ind') });
    yield* allLeaves([value], context);
  }
}

function* allLeaves(tokens: readonly (CST.Token | null | undefined)[], context: Context): Generator<Leaf> {
  for (const token of tokens) if (token) yield* leavesOf(token, context);
}
