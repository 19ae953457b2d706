import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from './tree.ts';

/**
 * Reads the YAML that nearly all manifests are written in: block maps and lists, scalars of one line, literal blocks
 * and flow collections of one line. Gives the tree that `compose.ts` gives, ten times sooner; undefined as soon as
 * anything else stands in the text, faults included, which is then the library's to read.
 */
export function readPlainYaml(text: string): Node | undefined {
  if (unusual.test(text)) return undefined;
  const reader = createReader(text);
  const column = reader.nextLine();
  if (column < 0) return undefined;
  const root = reader.readBlock(-1, column, 0);
  return root && reader.atEnd() ? root : undefined;
}

/** Control characters, tabs, old line breaks and marks; lines that end or head a document. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const unusual = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)|^(?:---|\.\.\.|%)/m;

/** What a reader hands back when it meets what it does not read. */
const beyond = undefined;
type Beyond = typeof beyond;

const [lineFeed, carriageReturn, space, quote, hash, apostrophe, comma, dash, colon, question] = [10, 13, 32, 34, 35, 39, 44, 45, 58, 63];
const [openBracket, backslash, closeBracket, openBrace, bar, closeBrace] = [91, 92, 93, 123, 124, 125];

/** `!`, `%`, `&`, `*`, `>`, `@` and the backtick, which begin what is not plain; `#` and `,` as well. */
const reserved = new Set([33, 35, 37, 38, 42, 44, 62, 64, 93, 96, 125]);

/** A value whose line is not read to its end yet. */
type Unclosed<T extends Node> = Omit<T, 'outerEnd'> & { outerEnd: number };

/** More columns than any manifest has levels. */
const deepest = 200;
/** The library refuses longer keys than 1,024 characters. */
const longestKey = 1000;

function createReader(text: string) {
  const length = text.length;
  let at = 0;

  /** Goes to the next line's first character that is neither blank nor comment; its column, or -1 at the end. */
  function nextLine(): number {
    while (at < length) {
      const lineStart = at;
      while (text.charCodeAt(at) === space) at++;
      const first = text.charCodeAt(at);
      if (at >= length) return -1;
      if (!isLineBreak(first) && first !== hash) return at - lineStart;
      at = lineEnd(at) + 1;
    }
    at = length;
    return -1;
  }

  function lineEnd(from: number): number {
    const found = text.indexOf('\n', from);
    return found < 0 ? length : found;
  }

  /** The end of a line's text, before its break. */
  function textEnd(from: number): number {
    const end = lineEnd(from);
    return end > from && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
  }

  function skipSpaces(): void {
    while (text.charCodeAt(at) === space) at++;
  }

  function isBlank(offset: number): boolean {
    const character = text.charCodeAt(offset);
    return character === space || isLineBreak(character) || offset >= length;
  }

  /** Behind a value: goes to the next line over blanks and a comment. Where it is then; -1 if something else follows. */
  function endLine(): number {
    const end = at;
    skipSpaces();
    const character = text.charCodeAt(at);
    if (at < length && !isLineBreak(character) && !(character === hash && at > end)) return -1;
    at = Math.min(lineEnd(at) + 1, length);
    return at;
  }

  /** Ends a value that stands at the end of its line. */
  function closed<T extends { outerEnd: number }>(node: T | Beyond): T | Beyond {
    if (!node) return beyond;
    node.outerEnd = endLine();
    return node.outerEnd < 0 ? beyond : node;
  }

  /** A node that begins at `at`, in a column right of its parent's. */
  function readBlock(parent: number, column: number, depth: number): Node | Beyond {
    if (depth > deepest) return beyond;
    const first = text.charCodeAt(at);
    if (first === dash && isBlank(at + 1)) return readSequence(column, depth);
    const start = first === openBracket || first === openBrace ? readFlow(0) : readScalar(false);
    if (!start) return beyond;
    const afterStart = at;
    skipSpaces();
    if (start.kind === 'scalar' && text.charCodeAt(at) === colon && isBlank(at + 1)) {
      return readMapping(start, column, depth);
    }
    at = afterStart;
    const node = closed(start);
    return node && endsBefore(parent + 1) ? node : beyond;
  }

  /** Whether the next line stands left of a column: otherwise it would go on with the value before. */
  function endsBefore(column: number): boolean {
    const here = at;
    const next = nextLine();
    at = here;
    return next < column;
  }

  /** A map from the colon behind its first key on. */
  function readMapping(first: ScalarNode, column: number, depth: number): MappingNode | Beyond {
    const entries: Entry[] = [];
    const { start } = first;
    let key: ScalarNode | Beyond = first;
    for (;;) {
      if (!key || key.text === '<<' || key.end - key.start > longestKey) return beyond;
      skipSpaces();
      if (text.charCodeAt(at) !== colon || !isBlank(at + 1)) return beyond;
      at++;
      const value = readValue(column, depth, true);
      if (!value) return beyond;
      entries.push({ key, value });
      const { outerEnd } = value;
      const here = at;
      const next = nextLine();
      if (next > column) return beyond;
      if (next < column) {
        at = here;
        return { kind: 'mapping', entries, flow: false, anchor: undefined, start, end: outerEnd, outerEnd };
      }
      key = readScalar(false);
    }
  }

  function readSequence(column: number, depth: number): SequenceNode | Beyond {
    const items: Node[] = [];
    const start = at;
    let outerEnd = at;
    for (;;) {
      if (text.charCodeAt(at) !== dash || !isBlank(at + 1)) {
        // A list may stand in the column of the key that it belongs to; what is no item is then the next key.
        at = lineStartOf(at);
        return { kind: 'sequence', items, flow: false, anchor: undefined, start, end: outerEnd, outerEnd };
      }
      at++;
      const item = readValue(column, depth, false);
      if (!item) return beyond;
      items.push(item);
      outerEnd = item.outerEnd;
      const here = at;
      const next = nextLine();
      if (next > column) return beyond;
      if (next < column) {
        at = here;
        return { kind: 'sequence', items, flow: false, anchor: undefined, start, end: outerEnd, outerEnd };
      }
    }
  }

  function lineStartOf(offset: number): number {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** What follows a key's colon or an item's dash, in its line or in the lines below. */
  function readValue(column: number, depth: number, ofKey: boolean): Node | Beyond {
    skipSpaces();
    const behind = at;
    const first = text.charCodeAt(at);
    const empty = at >= length || isLineBreak(first);
    if (!empty && first !== hash) return ofKey ? readInline(column) : readItem(column, depth);
    at = Math.min(lineEnd(at) + 1, length);
    const here = at;
    const next = nextLine();
    const belongs = next > column || (ofKey && next === column && text.charCodeAt(at) === dash && isBlank(at + 1));
    if (belongs) return readBlock(column, next, depth + 1);
    at = here;
    return scalar('', 'plain', behind, behind);
  }

  function readInline(column: number): Node | Beyond {
    const first = text.charCodeAt(at);
    if (first === bar) return readLiteral(column);
    if (first === dash && isBlank(at + 1)) return beyond;
    const node = closed(first === openBracket || first === openBrace ? readFlow(0) : readScalar(false));
    return node && endsBefore(column + 1) ? node : beyond;
  }

  /** An item in the line of its dash, which may be the first of a map's keys or of a list's items. */
  function readItem(column: number, depth: number): Node | Beyond {
    if (text.charCodeAt(at) === bar) return readLiteral(column);
    return readBlock(column, at - lineStartOf(at), depth + 1);
  }

  function readScalar(inFlow: boolean): Unclosed<ScalarNode> | Beyond {
    const first = text.charCodeAt(at);
    if (first === quote) return readDoubleQuoted();
    if (first === apostrophe) return readSingleQuoted();
    return readPlain(inFlow);
  }

  function endsPlain(offset: number, inFlow: boolean): boolean {
    return isBlank(offset) || (inFlow && isFlowIndicator(text.charCodeAt(offset)));
  }

  /** Up to `: `, ` #` or the line's end; between brackets up to a comma or a bracket as well. */
  function readPlain(inFlow: boolean): Unclosed<ScalarNode> | Beyond {
    const start = at;
    const first = text.charCodeAt(at);
    if (reserved.has(first) || first === openBracket || first === openBrace || first === bar) return beyond;
    if (first === question || first === colon || (first === dash && endsPlain(at + 1, inFlow))) return beyond;
    let end = at;
    for (; at < length; at++) {
      const character = text.charCodeAt(at);
      if (character === space) continue;
      if (isLineBreak(character)) break;
      if (character === colon && endsPlain(at + 1, inFlow)) break;
      if (character === hash && text.charCodeAt(at - 1) === space) break;
      if (inFlow && isFlowIndicator(character)) break;
      end = at + 1;
    }
    at = end;
    return end > start ? scalar(text.slice(start, end), 'plain', start, end) : beyond;
  }

  function readSingleQuoted(): Unclosed<ScalarNode> | Beyond {
    const start = at;
    for (at++; at < length; at++) {
      const character = text.charCodeAt(at);
      if (isLineBreak(character)) return beyond;
      if (character !== apostrophe) continue;
      if (text.charCodeAt(at + 1) !== apostrophe) {
        at++;
        return scalar(text.slice(start + 1, at - 1).replaceAll("''", "'"), 'single-quoted', start, at);
      }
      at++;
    }
    return beyond;
  }

  function readDoubleQuoted(): Unclosed<ScalarNode> | Beyond {
    const start = at;
    for (at++; at < length; at++) {
      const character = text.charCodeAt(at);
      if (isLineBreak(character) || character === backslash) return beyond;
      if (character === quote) {
        at++;
        return scalar(text.slice(start + 1, at - 1), 'double-quoted', start, at);
      }
    }
    return beyond;
  }

  /** `|`, `|-` or `|+` with at least one line of text. */
  function readLiteral(parent: number): ScalarNode | Beyond {
    const start = at;
    const header = /\|([-+]?)\r?\n/y;
    header.lastIndex = at;
    const chomping = header.exec(text)?.[1];
    if (chomping === undefined) return beyond;
    at = header.lastIndex;
    const lines: string[] = [];
    let indent = -1;
    let end = at;
    let kept = 0;
    while (at < length) {
      const next = Math.min(lineEnd(at) + 1, length);
      const stop = textEnd(at);
      let column = at;
      while (text.charCodeAt(column) === space) column++;
      if (column >= stop) {
        if (indent < 0 || column - at > indent) return beyond;
        lines.push('');
      } else {
        if (column - at < (indent < 0 ? parent + 1 : indent)) {
          if (indent < 0 || column - at > parent) return beyond;
          break;
        }
        if (indent < 0) indent = column - at;
        lines.push(text.slice(at + indent, stop));
        kept = lines.length;
        end = next;
      }
      at = next;
    }
    if (kept === 0 || (chomping === '+' && kept < lines.length)) return beyond;
    at = end;
    const body = lines.slice(0, kept).join('\n');
    return scalar(chomping === '-' ? body : `${body}\n`, 'block', start, end);
  }

  /** A list or a map between brackets, all in one line. */
  function readFlow(depth: number): Unclosed<MappingNode> | Unclosed<SequenceNode> | Beyond {
    if (depth > deepest) return beyond;
    const start = at;
    const isMapping = text.charCodeAt(at) === openBrace;
    const close = isMapping ? closeBrace : closeBracket;
    const items: Node[] = [];
    const entries: Entry[] = [];
    at++;
    skipSpaces();
    while (text.charCodeAt(at) !== close) {
      if (items.length || entries.length) {
        if (text.charCodeAt(at) !== comma) return beyond;
        at++;
        skipSpaces();
      }
      const key = isMapping ? readFlowKey() : undefined;
      if (isMapping && !key) return beyond;
      const first = text.charCodeAt(at);
      const value = first === openBracket || first === openBrace ? readFlow(depth + 1) : readScalar(true);
      if (!value) return beyond;
      if (key) entries.push({ key, value });
      else items.push(value);
      skipSpaces();
    }
    at++;
    const extent = { start, end: at, outerEnd: at };
    return isMapping
      ? { kind: 'mapping', entries, flow: true, anchor: undefined, ...extent }
      : { kind: 'sequence', items, flow: true, anchor: undefined, ...extent };
  }

  function readFlowKey(): ScalarNode | Beyond {
    const key = readScalar(true);
    if (!key || key.text === '<<' || text.charCodeAt(at) !== colon || text.charCodeAt(at + 1) !== space) return beyond;
    at++;
    skipSpaces();
    return key;
  }

  return { nextLine, readBlock, atEnd: () => nextLine() < 0 };
}

function isLineBreak(character: number): boolean {
  return character === lineFeed || character === carriageReturn;
}

function isFlowIndicator(character: number): boolean {
  return (
    character === comma || character === openBracket || character === closeBracket || character === openBrace || character === closeBrace
  );
}

function scalar(text: string, style: ScalarNode['style'], start: number, end: number): Unclosed<ScalarNode> {
  return { kind: 'scalar', text, style, tag: undefined, anchor: undefined, start, end, outerEnd: end };
}
