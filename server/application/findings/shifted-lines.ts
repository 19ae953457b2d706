import type { Change, Remedy } from '../../kubernetes/finding/remedy.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { parseBody } from '../../manifest/body.ts';
import type { ManifestBody } from '../../manifest/document.ts';
import { replaced } from '../../manifest/faults/text-map.ts';
import { type FluxVariables, filledIn } from '../../manifest/kustomize/flux-variables.ts';
import { withLinesMoved } from '../../manifest/lines.ts';
import { readPlainYaml } from '../../manifest/plain-yaml.ts';
import { judge } from '../../validation/judge/judge.ts';
import type { JudgedFinding } from '../../validation/judge/judged-finding.ts';
import type { JudgedObject } from '../../validation/judge/judged-object.ts';
import { locate } from '../locate.ts';

/** Lines that stand so many blanks too far to the left, or to the right where `by` is below 0. They count from 0, the last included. */
export interface Shift {
  readonly first: number;
  readonly last: number;
  readonly by: number;
}

/** In what a text is judged. */
export interface JudgedAs {
  readonly version: KubernetesVersion;
  readonly partial: boolean;
  readonly placeholders?: boolean;
  /** What Flux fills in. */
  readonly variables?: FluxVariables;
}

/** Longer documents are not searched, nor are lines farther from the first fault. */
const mostLines = 400;
const farthest = 3;

/**
 * The lines of a document that explain all of its errors by standing in the wrong column: moved, none is left. `itself` where what
 * the reader of YAML knows of the first error mends them all; undefined where there are none, and where no one move does.
 */
export function shiftedLines(body: ManifestBody, judged: JudgedObject, how: JudgedAs): Shift | 'itself' | undefined {
  const lines = body.text.split('\n');
  const errors = causesIn(judged);
  const [first] = errors;
  if (!first || lines.length > mostLines || body.templated || !mayBeShifted(errors)) return undefined;
  if (isMended(body, how)) return 'itself';
  const fault = body.text.slice(0, locate(body, first.at).start).split('\n').length - 1;
  return shiftsAround(lines, fault)
    .filter((shift) => isRight(withLinesMoved(body.text, shift), how))
    .toSorted((a, b) => a.last - a.first - (b.last - b.first) || Math.abs(a.by) - Math.abs(b.by))[0];
}

/** What is said of a shift, at its first line, and what mends it. */
export function shiftFinding({ first, last, by }: Shift, { text }: ManifestBody) {
  const lines = text.split('\n');
  const start = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const line = lines[first] ?? '';
  const args = { lines: last - first + 1, blanks: Math.abs(by) };
  const changes: readonly Change[] = [{ does: 'shift-lines', path: [], first, last, by }];
  const title: Remedy['title'] = { code: by > 0 ? 'fix-lines-right' : 'fix-lines-left', args };
  return {
    at: { path: [], part: 'value', range: { start: start + indentOf(line), end: start + line.trimEnd().length } },
    code: by > 0 ? 'lines-too-far-left' : 'lines-too-far-right',
    args,
    remedies: [{ title, changes, preferred: true }],
  } as const;
}

/** The errors that nothing explains yet, in the order of the text. */
function causesIn({ findings, causes }: JudgedObject): readonly JudgedFinding[] {
  return findings.filter((finding) => finding.severity === 'error' && !causes?.has(finding));
}

/**
 * Whether errors are such as lines in a wrong column make: no YAML, but not for a line that is being typed; or several, one of them
 * about a key that is not just misspelt.
 */
function mayBeShifted(errors: readonly JudgedFinding[]): boolean {
  const [broken] = errors.filter(({ reason }) => reason === 'NotYAML');
  if (broken) return broken.code !== 'yaml-colon-missing';
  return errors.length > 1 && errors.some((error) => keyReasons.has(error.reason) && !isMisspelt(error));
}

const keyReasons: ReadonlySet<string> = new Set(['UnknownField', 'WrongType', 'NoKind']);

function isMisspelt({ remedies = [] }: JudgedFinding): boolean {
  return remedies.some(({ preferred, changes }) => preferred && changes.every(({ does }) => does === 'rename'));
}

/** Whether the reader of YAML knows what mends all of it. */
function isMended({ text, problems }: ManifestBody, how: JudgedAs): boolean {
  const { mends = [] } = problems.find(({ kind }) => kind === 'not-yaml') ?? {};
  return mends.some(({ edits }) => isRight(replaced(text, edits), how));
}

function isRight(text: string, { variables, ...how }: JudgedAs): boolean {
  if (!readPlainYaml(text)) return false;
  const body = parseBody(text);
  const objects = judge(variables ? filledIn(variables)(body) : body, { ...how, advice: 'off', causes: 'off' });
  const isWrong = ({ severity, reason }: JudgedFinding) => severity === 'error' || reason === 'DuplicateKey';
  return objects.length > 0 && !objects.some(({ findings }) => findings.some(isWrong));
}

/** Moves of a line, of its block, or of its block and those beside it, to columns in which something begins above. */
function shiftsAround(lines: readonly string[], fault: number): readonly Shift[] {
  return lines.flatMap((line, first) => {
    const indent = indentOf(line);
    if (line.trim() === '' || first < fault - farthest || first > fault + 1) return [];
    const ends = [first, ...[insideOf(line), indent + 1, indent].map((column) => endOf(lines, first, (other) => other >= column))];
    const columns = columnsAbove(lines, first).filter((column) => column !== indent);
    return [...new Set(ends)].flatMap((last) => columns.map((column) => ({ first, last, by: column - indent })));
  });
}

/** The last of the lines behind one whose columns do not end it. */
function endOf(lines: readonly string[], first: number, goesOn: (indent: number) => boolean): number {
  const behind = lines.slice(first + 1).findIndex((line) => line.trim() !== '' && !goesOn(indentOf(line)));
  return behind < 0 ? lines.length - 1 : first + behind;
}

/** Where a line may begin: where those around it do, behind their dashes, and one level inside. */
function columnsAbove(lines: readonly string[], at: number): readonly number[] {
  const around = lines
    .slice(0, at)
    .toReversed()
    .filter((line) => line.trim() !== '');
  const above = around.filter((line, index) => around.slice(0, index).every((other) => indentOf(other) > indentOf(line)));
  const columns = above.flatMap((line) => [indentOf(line), insideOf(line)]);
  return [...new Set([0, ...columns])];
}

/** Where the fields of an item begin, or what stands below a field. */
function insideOf(line: string): number {
  return /^ *- +/.exec(line)?.[0].length ?? indentOf(line) + 2;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
