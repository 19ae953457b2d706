import { filledIn } from '../../plain/filled-in.ts';
import type { Replacement } from '../faults/fault.ts';
import { replaced, type TextMap, textMap } from '../faults/text-map.ts';
import { type TemplateAction, templateActions } from './template-actions.ts';
import { isControl, type Stretch, type TemplateBlock, templateBlocks } from './template-blocks.ts';

/** What stands literally in a template of Helm: YAML in which `filledIn` stands for what an action writes. */
export interface LiteralText {
  readonly map: TextMap;
  /** What is written for some versions of Kubernetes only. */
  readonly unsure: readonly Stretch[];
}

/** More branches than these are not told apart. */
const mostBranches = 4;

/** A template without its actions, with the text of every branch. */
export function literalText(text: string): TextMap {
  const actions = templateActions(text);
  const apart = fragments(templateBlocks(actions, text.length), text).map(leftOut);
  return textMap(text, merged([...linesOf(text, actions).flatMap((line) => actionEdits(line, text)), ...apart]));
}

/**
 * A template with the first branches of all conditions, then with the second ones and so on. Lines that may be parts of what an
 * action wrote above them are left out: nobody knows what they are in.
 */
export function literalBranches(text: string): readonly LiteralText[] {
  const actions = templateActions(text);
  const blocks = templateBlocks(actions, text.length);
  const unsure = blocks.filter(({ asksForVersion }) => asksForVersion).flatMap(({ branches }) => branches);
  const always = [...knownLines(linesOf(text, actions), text), ...fragments(blocks, text).map(leftOut)];
  const count = Math.min(mostBranches, Math.max(1, ...blocks.map(({ branches }) => branches.length)));
  return Array.from({ length: count }, (_, at) => {
    const others = blocks.flatMap((block) => otherBranches(block, at)).map(leftOut);
    return { map: textMap(text, merged([...always, ...others])), unsure };
  });
}

/** A text of the same length, without what is no YAML: blanks where an action writes nothing on its line, letters where it does. */
export function withoutActions(text: string): string {
  const edits = linesOf(text, templateActions(text)).flatMap((line) => actionEdits(line, text));
  return replaced(
    text,
    edits.map(({ start, end, text: put }) => ({ start, end, text: text.slice(start, end).replace(/[^\n]/g, put === '' ? ' ' : 'x') })),
  );
}

function leftOut({ start, end }: Stretch): Replacement {
  return { start, end, text: '' };
}

/** Named templates that hold no object are written elsewhere, at whatever depth. */
function fragments(blocks: readonly TemplateBlock[], text: string): readonly Stretch[] {
  return blocks
    .filter(({ opens }) => opens === 'define')
    .flatMap(({ branches }) => branches)
    .filter(({ start, end }) => !/^[^\S\r\n\u2028\u2029]*kind:/m.test(text.slice(start, end)));
}

function otherBranches({ branches }: TemplateBlock, at: number): readonly Stretch[] {
  const kept = Math.min(at, branches.length - 1);
  return branches.filter((_, index) => index !== kept);
}

/** A line with the actions on it; several lines where an action goes over them. */
interface Line extends Stretch {
  readonly actions: readonly TemplateAction[];
}

function actionEdits(line: Line, text: string): readonly Replacement[] {
  return line.actions.map((action) => ({ start: action.start, end: action.end, text: standsFor(action, line, text) }));
}

/** The edits of lines of which it is known what they are in. */
function knownLines(lines: readonly Line[], text: string): readonly Replacement[] {
  const edits: Replacement[] = [];
  /** How far in the lines are that go on with what an action wrote before them. */
  let beyond = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const indent = indentOf(text, line);
    if (indent !== undefined && indent <= beyond) beyond = Number.POSITIVE_INFINITY;
    edits.push(...(indent !== undefined && indent > beyond ? [leftOut(line)] : actionEdits(line, text)));
    beyond = Math.min(beyond, ...line.actions.flatMap((action) => depthWritten(action, line, text) ?? []));
  }
  return edits;
}

function linesOf(text: string, actions: readonly TemplateAction[]): readonly Line[] {
  const lines: Line[] = [];
  let next = 0;
  for (let start = 0; start < text.length; ) {
    const first = next;
    let end = lineEnd(text, start);
    while ((actions[next]?.start ?? Number.POSITIVE_INFINITY) < end) end = Math.max(end, lineEnd(text, actions[next++]?.end ?? end));
    lines.push({ start, end, actions: actions.slice(first, next) });
    start = end + 1;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Of a line on which something stands besides actions. */
function indentOf(text: string, { start, end, actions }: Line): number | undefined {
  const first = text.slice(start, end).search(/\S/);
  return first < 0 || isAlone(text, { start, end, actions }) ? undefined : first;
}

function isAlone(text: string, { start, end, actions }: Line): boolean {
  return actions.length > 0 && around(text, start, end, actions).trim() === '';
}

/** A stretch of text without the actions in it. */
function around(text: string, start: number, end: number, actions: readonly TemplateAction[]): string {
  const inside = actions.filter((action) => action.start >= start && action.end <= end);
  return (
    text.slice(start, inside[0]?.start ?? end) + inside.map((action, at) => text.slice(action.end, inside[at + 1]?.start ?? end)).join('')
  );
}

/** What an action becomes: nothing where it stands alone, where it only says when something is written, and where lines below it are written. */
function standsFor(action: TemplateAction, line: Line, text: string): string {
  if (isAlone(text, line) || isComment(action)) return '';
  const before = around(text, line.start, action.start, line.actions);
  const behind = around(text, action.end, line.end, line.actions);
  const isAtEdge = before.trim() === '' || (behind.trim() === '' && (/(?:^|[:-])\s*$/.test(before) || beginsWithControl(line, text)));
  if (isControl(action) || !action.writes) return isAtEdge ? '' : filledIn;
  return /:\s*$/.test(before) && behind.trim() === '' && writesBelow(action) ? '' : filledIn;
}

function isComment({ text }: TemplateAction): boolean {
  return text.startsWith('/*');
}

function beginsWithControl({ start, actions }: Line, text: string): boolean {
  const [first] = actions;
  return first !== undefined && isControl(first) && text.slice(start, first.start).trim() === '';
}

function writesBelow({ text }: TemplateAction): boolean {
  return /\bnindent\s+\d+/.test(text);
}

/** How deep the lines begin that an action writes; undefined where it writes within a line. */
function depthWritten(action: TemplateAction, line: Line, text: string): number | undefined {
  if (!action.writes || isComment(action)) return undefined;
  const depth = [...action.text.matchAll(/\bn?indent\s+(\d+)/g)].at(-1)?.[1];
  if (isAlone(text, line)) return depth === undefined ? action.start - line.start : Number(depth);
  return depth !== undefined && writesBelow(action) ? Number(depth) : undefined;
}

/** In the order of the text, those over each other as one. */
function merged(edits: readonly Replacement[]): readonly Replacement[] {
  const done: Replacement[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = done.at(-1);
    if (!last || edit.start >= last.end) done.push(edit);
    else done.splice(-1, 1, { ...last, end: Math.max(last.end, edit.end) });
  }
  return done;
}
