import type { SyntaxProblem } from './document.ts';
import { behindSeparator, controlCharacter, separatorMisread, tabsAtBeginning } from './faults/blanks.ts';
import { withoutLines } from './faults/columns.ts';
import type { Fault, Replacement } from './faults/fault.ts';
import { misreadSignsIn } from './faults/misread-signs.ts';
import { piecesOf } from './faults/pieces.ts';
import { recognise } from './faults/recognise.ts';
import { replaced, type TextMap, textMap } from './faults/text-map.ts';
import { type WrittenLine, writtenLines } from './faults/written-lines.ts';

/** What can be read of a text that is no YAML. */
export interface Recovered {
  /** The text as it can be read. */
  readonly map: TextMap;
  /** What is wrong with the text as it is written, each with what mends it. */
  readonly problems: readonly SyntaxProblem[];
  /** Whether all of it is read, or lines were left out or guessed; `none` where it cannot be read even so. */
  readonly reading: 'whole' | 'partial' | 'none';
}

/** Finds what keeps a text from being read; undefined where nothing does. */
type ProblemIn = (text: string) => SyntaxProblem | undefined;

/** Of a text that has more faults than this the first ones are told, and nothing is judged. */
const mostFaults = 20;

/** No piece of a text is read again and again: so many characters in all. */
const mostRead = 200_000;

interface State extends Recovered {
  readonly done: boolean;
}

/** Reads on behind faults of syntax: each is mended, or its lines are left out, until the text is YAML. Large texts are read piece by piece. */
export function recover(text: string, first: SyntaxProblem, findProblem: ProblemIn): Recovered {
  const pieces = piecesOf(text);
  if (pieces.length === 1) return recoverPiece(text, first, findProblem);
  const recovered: RecoveredPiece[] = [];
  for (const { start, end } of pieces) {
    if (recovered.some(({ reading }) => reading === 'none') || recovered.length >= mostFaults) break;
    const piece = text.slice(start, end);
    const problem = findProblem(piece);
    if (problem) recovered.push({ start, ...recoverPiece(piece, problem, findProblem) });
  }
  const problems = recovered.flatMap((piece) => piece.problems.map((problem) => behind(problem, piece.start)));
  const edits = recovered.flatMap(({ map, start }) => map.edits.map((edit) => moved(edit, start)));
  const map = textMap(text, edits);
  const isRead = recovered.every(({ reading }) => reading !== 'none') && findProblem(map.mended) === undefined;
  if (!isRead) return { map: textMap(text), problems: problems.length > 0 ? problems : [first], reading: 'none' };
  return { map, problems, reading: recovered.every(({ reading }) => reading === 'whole') ? 'whole' : 'partial' };
}

interface RecoveredPiece extends Recovered {
  readonly start: number;
}

function behind({ range, mends, ...problem }: SyntaxProblem, start: number): SyntaxProblem {
  const inText = mends?.map((mend) => ({ ...mend, edits: mend.edits.map((edit) => moved(edit, start)) }));
  return { ...problem, range: moved(range, start), ...(inText ? { mends: inText } : {}) };
}

function moved<Stretch extends { readonly start: number; readonly end: number }>(stretch: Stretch, by: number): Stretch {
  return { ...stretch, start: stretch.start + by, end: stretch.end + by };
}

function recoverPiece(text: string, first: SyntaxProblem, findProblem: ProblemIn): Recovered {
  const problemIn = askedOnce(findProblem);
  const none = { map: textMap(text), problems: [first], reading: 'none' } as const;
  const rounds = Math.min(mostFaults, Math.floor(mostRead / (text.length + 1)));
  let state: State = { map: textMap(text), problems: [], reading: 'whole', done: false };
  let problem: SyntaxProblem | undefined = first;
  for (let round = 0; problem && !state.done && round < rounds; round++) {
    state = mendOne(state, problem, problemIn);
    problem = state.done ? undefined : problemIn(state.map.mended);
  }
  return problem || state.done ? { ...none, problems: state.problems.length > 0 ? state.problems : [first] } : state;
}

/** The text that was asked about last is asked about again. */
function askedOnce(problemIn: ProblemIn): ProblemIn {
  let last: { readonly text: string; readonly problem: SyntaxProblem | undefined } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, problem: problemIn(text) };
    return last.problem;
  };
}

/** One fault mended; done where nothing can be. */
function mendOne(state: State, problem: SyntaxProblem, problemIn: ProblemIn): State {
  const { map } = state;
  const fault = faultOf(problem, map.mended, problemIn);
  const lines = writtenLines(map.mended);
  const at = lines.findLastIndex(({ start }) => start <= problem.range.start);
  const line = lines[at];
  const said = inWritten(fault ? asFault(problem, fault) : inOneLine(problem, line), map);
  const mended = fault?.mends[0] && map.with(fault.mends[0].edits);
  const isNew = mended !== undefined && isFurther(problemIn(mended.mended), mended, said.range.start);
  const left = isNew || !line || unreadable.has(problem.code) ? undefined : map.with(withoutLines({ lines, at, line }));
  const next = isNew ? mended : left;
  const isRepeated = state.problems.some(({ code, range }) => code === said.code && range.start === said.range.start);
  return {
    map: next ?? map,
    problems: isRepeated ? state.problems : [...state.problems, said],
    reading: state.reading === 'whole' && isNew && fault?.certain ? 'whole' : 'partial',
    done: next === undefined || next.mended === map.mended,
  };
}

/** Whether nothing keeps a text from being read up to there; the mends of a line leave it as long as it was. */
function isBehind(problem: SyntaxProblem | undefined, offset: number): boolean {
  return !problem || problem.range.start > offset;
}

/** Whether what still keeps a text from being read stands behind an offset of the text as it is written. */
function isFurther(problem: SyntaxProblem | undefined, { toWritten }: TextMap, offset: number): boolean {
  return !problem || toWritten(problem.range.start) > offset;
}

const unreadable: ReadonlySet<SyntaxProblem['code']> = new Set(['yaml-too-large', 'yaml-too-deep', 'yaml-too-many-aliases']);

function faultOf(problem: SyntaxProblem, text: string, problemIn: ProblemIn): Fault | undefined {
  const { code, range } = problem;
  if (unreadable.has(code) || code === 'yaml-directive') return undefined;
  if (code === 'yaml-tab-indentation') return tabsAtBeginning(range, text, (mended) => problemIn(mended) === undefined);
  if (code === 'yaml-control-character') return controlCharacter({ code, args: problem.args }, range, text);
  if (code === 'yaml-behind-separator') return behindSeparator({ code, args: problem.args }, range);
  if (code === 'yaml-separator-misread') return separatorMisread({ code, args: problem.args }, range);
  const lines = writtenLines(text);
  const at = lines.findLastIndex(({ start }) => start <= range.start);
  const line = lines[at];
  const detail = 'detail' in problem.args ? problem.args.detail : 'other';
  if (!line) return undefined;
  const isReadWith = (edits: readonly Replacement[]) => isBehind(problemIn(replaced(text, edits)), line.end);
  const misread = line.kind === 'entry' ? misreadSignsIn(line, isReadWith) : undefined;
  return misread ?? recognise({ text, lines, at, line, offset: range.start, detail });
}

/** A problem in the words of the fault that it comes from. */
function asFault({ kind, path }: SyntaxProblem, { remark, range, mends }: Fault): SyntaxProblem {
  return { kind, path, ...remark, range: { start: range.start, end: range.end }, mends };
}

/** A problem in the line in which it begins; in all that stands there, where the library names a blank. */
function inOneLine(problem: SyntaxProblem, line: WrittenLine | undefined): SyntaxProblem {
  const { start, end } = problem.range;
  if (!line) return problem;
  const { content } = line;
  const range = start < content.start || start >= content.end ? content : { start, end: Math.min(end, content.end) };
  return { ...problem, range: { start: range.start, end: range.end } };
}

function inWritten(problem: SyntaxProblem, { toWritten }: TextMap): SyntaxProblem {
  const { range, mends = [] } = problem;
  const edit = ({ start, end, text }: Replacement) => ({ start: toWritten(start), end: toWritten(end), text });
  return {
    ...problem,
    range: { start: toWritten(range.start), end: toWritten(range.end) },
    mends: mends.map((mend) => ({ ...mend, edits: mend.edits.map(edit) })),
  };
}
