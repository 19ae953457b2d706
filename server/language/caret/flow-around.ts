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
  let found: FlowAround | 'nowhere' | undefined;
  /** Lines of a collection stand to the right of its key. */
  let limit = Number.POSITIVE_INFINITY;
  for (let at = line; at >= 0 && limit > 0; at--) {
    const own = lines[at] ?? '';
    const indent = own.search(/\S/);
    if (indent < 0) {
      if (at === line) limit = column;
      continue;
    }
    if (indent >= limit) continue;
    const match = opening.exec(own);
    if (match) {
      const [head, blanks = '', key] = match;
      const base = key === undefined ? blanks.indexOf('-') : blanks.length;
      if (base >= 0 && base < limit && (at < line || head.length < column)) {
        const context = flowContext(text, (starts[at] ?? 0) + head.length, offset, endOf(lines, starts, line, base));
        if (context !== 'outside') found = context === 'nowhere' ? context : { context, path: caretContext(lines, at, head.length).path };
      }
    }
    if (own[indent] !== '}' && own[indent] !== ']') limit = indent;
  }
  return found;
}

/** The line on which a document begins that is one flow collection, as in JSON. */
function rootLine(lines: readonly string[]): number | undefined {
  const first = lines.findIndex((one) => !/^\uFEFF?\s*(#|%|$)/.test(one));
  return first >= 0 && /^\uFEFF?\s*[{[]/.test(lines[first] ?? '') ? first : undefined;
}

/** Where the line begins that no longer belongs to a collection whose key stands at a column. */
function endOf(lines: readonly string[], starts: readonly number[], line: number, base: number): number {
  for (let at = line + 1; at < lines.length; at++) {
    const own = lines[at] ?? '';
    const indent = own.search(/\S/);
    if (indent >= 0 && indent <= base && own[indent] !== '}' && own[indent] !== ']') return starts[at] ?? 0;
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
