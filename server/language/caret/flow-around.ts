import type { NodePath } from '../../plain/node-path.ts';
import { caretContext } from './block-context.ts';
import { type FlowContext, flowContext } from './flow-context.ts';

/** A flow collection around the caret, and where it stands in the document. */
export interface FlowAround {
  readonly context: FlowContext;
  /** From the document's root to the collection. */
  readonly path: NodePath;
}

/** Where a flow collection opens: behind a key, behind dashes or at the root. */
const opening = /^\uFEFF?(\s*(?:-\s+)*)((?:"[^"]*"|'[^']*'|[^\s:#'"{[&*!|>-][^:#]*?)\s*:\s+)?(?:[&!]\S*\s+)*(?=[{[])/;

/**
 * The outermost flow collection that the caret is in; offsets are those of `lines` joined by `\n`. Undefined in block style,
 * 'nowhere' where the collection takes nothing, and beside one that is the whole document.
 */
export function flowAround(lines: readonly string[], line: number, column: number): FlowAround | 'nowhere' | undefined {
  const text = lines.join('\n');
  const starts = offsetsOf(lines);
  const offset = (starts[line] ?? 0) + column;
  const root = rootLine(lines);
  if (root !== undefined) {
    const start = (starts[root] ?? 0) + (opening.exec(lines[root] ?? '')?.[0].length ?? 0);
    const context = flowContext(text, start, offset, text.length);
    return typeof context === 'string' ? 'nowhere' : { context, path: [] };
  }
  const found = openingsAround(lines, line, column).flatMap(({ at, head, base }) => {
    const context = flowContext(text, (starts[at] ?? 0) + head, offset, endOfLines(lines, starts, line, base));
    return context === 'outside' ? [] : [{ at, head, context }];
  });
  const outermost = found.at(-1);
  if (!outermost) return undefined;
  const { at, head, context } = outermost;
  return context === 'nowhere' ? 'nowhere' : { context, path: caretContext(lines, at, head).path };
}

/** A line on which a flow collection opens that the caret may be in. */
interface Opening {
  readonly at: number;
  /** The column of its bracket, and that of the key or dash that it belongs to. */
  readonly head: number;
  readonly base: number;
}

/** The innermost first. The lines of a collection stand to the right of its key, so only lines further left than all below count. */
function openingsAround(lines: readonly string[], line: number, column: number): readonly Opening[] {
  return enclosingLines(lines, line, column).flatMap(({ at, limit }) => {
    const [head = '', blanks = '', key] = opening.exec(lines[at] ?? '') ?? [];
    const base = key === undefined ? blanks.indexOf('-') : blanks.length;
    const isBeforeCaret = at < line || head.length < column;
    return head !== '' && base >= 0 && base < limit && isBeforeCaret ? [{ at, head: head.length, base }] : [];
  });
}

/** The caret's line and those above that begin further left than every line between; `limit` is where the last of these begins. */
function enclosingLines(
  lines: readonly string[],
  line: number,
  column: number,
): readonly { readonly at: number; readonly limit: number }[] {
  const found: { at: number; limit: number }[] = [];
  let limit = (lines[line] ?? '').trim() === '' ? column : Number.POSITIVE_INFINITY;
  for (let at = line; at >= 0 && limit > 0; at--) {
    const own = lines[at] ?? '';
    const indent = own.search(/\S/);
    if (indent < 0 || indent >= limit) continue;
    found.push({ at, limit });
    if (!closes(own[indent])) limit = indent;
  }
  return found;
}

/** A bracket that closes may stand at the column of the key that its collection belongs to. */
function closes(char: string | undefined): boolean {
  return char === '}' || char === ']';
}

/** The line on which a document begins that is one flow collection, as in JSON. */
function rootLine(lines: readonly string[]): number | undefined {
  const first = lines.findIndex((one) => !/^\uFEFF?\s*(#|%|$)/.test(one));
  return first >= 0 && /^\uFEFF?\s*[{[]/.test(lines[first] ?? '') ? first : undefined;
}

/** Where the line begins that no longer belongs to a collection whose key stands at a column. */
function endOfLines(lines: readonly string[], starts: readonly number[], line: number, base: number): number {
  for (let at = line + 1; at < lines.length; at++) {
    const own = lines[at] ?? '';
    const indent = own.search(/\S/);
    if (indent >= 0 && indent <= base && !closes(own[indent])) return starts[at] ?? 0;
  }
  return (starts.at(-1) ?? 0) + (lines.at(-1)?.length ?? 0);
}

function offsetsOf(lines: readonly string[]): number[] {
  let offset = 0;
  return lines.map((line) => {
    const start = offset;
    offset += line.length + 1;
    return start;
  });
}
