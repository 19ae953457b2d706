import { join, relative, resolve, sep } from 'node:path';
import { isRecord } from '../../plain/record.ts';
import type { FileFindings, ReportedFinding } from './reported-finding.ts';

/** Findings that are known and not told again: how often each, by file and by what it says. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, number>>;

const format = 'kubejob baseline 1';

/** Reads what `baselineText` wrote; undefined where a text is none. */
export function readBaseline(text: string): Baseline | undefined {
  const value = parsed(text);
  if (!isRecord(value) || value['format'] !== format || !isRecord(value['files'])) return undefined;
  return new Map(Object.entries(value['files']).map(([file, lines]) => [file, counted(Array.isArray(lines) ? lines : [])]));
}

/** A baseline as a file that people can read, and see changes in: for each file a line for each finding. */
export function baselineText(results: readonly FileFindings[], folder: string): string {
  const withFindings = results.filter(({ findings }) => findings.length > 0);
  const lines = new Map<string, string[]>();
  for (const { file, findings } of withFindings) {
    const path = pathFrom(folder, file);
    lines.set(path, [...(lines.get(path) ?? []), ...findings.map(lineOf)]);
  }
  const files = Object.fromEntries(Array.from(lines, ([path, ofFile]) => [path, ofFile.sort()]));
  return `${JSON.stringify({ format, files }, undefined, 2)}\n`;
}

/**
 * Takes from results what a baseline knows; as often as it knows it. Paths in it are those from its folder. What it knows of a file that
 * is not there any more, as `isThere` says, counts for files that it does not know: they may be that one under another name.
 */
export function withoutKnown(
  baseline: Baseline,
  folder: string,
  isThere: (file: string) => boolean,
): (result: FileFindings) => FileFindings {
  const gone = [...baseline.keys()].filter((file) => !isThere(join(folder, file)));
  const ofGone = summed(gone.flatMap((file) => [...(baseline.get(file) ?? [])]));
  let left = new Map<string, number>();
  return (result) => {
    const known = baseline.get(pathFrom(folder, result.file));
    if (!result.goesOn) left = known ? new Map(known) : ofGone;
    if (left.size === 0) return result;
    const isNew = (finding: ReportedFinding) => {
      const line = lineOf(finding);
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    };
    return { ...result, findings: result.findings.filter(isNew) };
  };
}

/** What a finding is, whatever its line and its words. */
function lineOf({ about: { kind, name }, path, code }: ReportedFinding): string {
  return `${[kind ?? 'document', name ?? '?'].join(' ')}: ${code}${path === '' ? '' : ` at ${path}`}`;
}

function pathFrom(folder: string, file: string): string {
  return file === '-' ? file : relative(folder, resolve(file)).split(sep).join('/');
}

function counted(lines: readonly unknown[]): ReadonlyMap<string, number> {
  return summed(lines.flatMap((line) => (typeof line === 'string' ? [[line, 1] as const] : [])));
}

function summed(counts: readonly (readonly [line: string, count: number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [line, count] of counts) sums.set(line, (sums.get(line) ?? 0) + count);
  return sums;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
