import { type MarkedLine, unmark } from './mark-template.ts';

/** One document that helm printed, and the template that it says it comes from. */
export interface RenderedDocument {
  /** Below the chart's folder, with `/`: `templates/job.yaml`, `charts/db/templates/job.yaml`. */
  readonly template: string;
  /** Counts the documents of its template from 0. */
  readonly number: number;
  readonly text: string;
  /** Of each line, from 0, the template's line that made it, as far as it is known. */
  readonly lines: readonly (TemplateLine | undefined)[];
}

export interface TemplateLine {
  /** Below the chart's folder; a helper's file where a named template made the line. */
  readonly file: string;
  /** From 0. */
  readonly line: number;
}

/** The text of a file of the chart; undefined where there is none. */
export type TemplateText = (file: string) => string | undefined;

const source = /^# Source: [^/\n]+\/(.+)$/;

/**
 * Reads what `helm template` printed. `marked` is the same chart rendered with marks, `files` the files that were
 * marked in the order of their numbers; without them, and where the two differ in their number of lines, a document is
 * known by its template alone.
 */
export function readRenderedChart(
  output: string,
  marked: string | undefined,
  files: readonly string[],
  text: TemplateText,
): readonly RenderedDocument[] {
  const documents = splitOutput(output);
  const markedDocuments = marked === undefined ? [] : splitOutput(marked);
  const counted = new Map<string, number>();
  return documents.map(({ template, lines }, place) => {
    const number = counted.get(template) ?? 0;
    counted.set(template, number + 1);
    const twin = markedDocuments[place];
    const known = twin && twin.template === template && twin.lines.length === lines.length ? twin.lines : undefined;
    return {
      template,
      number,
      text: lines.join('\n'),
      lines: known ? templateLines(lines, known, files, text) : lines.map(() => undefined),
    };
  });
}

/** The parts between `---` lines that have a `# Source:` line; helm prints one before each document. */
function splitOutput(output: string): readonly { readonly template: string; readonly lines: readonly string[] }[] {
  const parts: { template: string; lines: string[] }[] = [];
  let at: { template: string; lines: string[] } | undefined;
  for (const raw of output.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const template = source.exec(unmark(line).text)?.[1];
    if (/^---\s*$/.test(line)) at = undefined;
    else if (template !== undefined) {
      at = { template, lines: [] };
      parts.push(at);
    } else at?.lines.push(line);
  }
  return parts;
}

function templateLines(
  lines: readonly string[],
  marked: readonly string[],
  files: readonly string[],
  text: TemplateText,
): readonly (TemplateLine | undefined)[] {
  const linesOf = linesOfFiles(text);
  const own = marked.map((line, at) => bestMark(lines[at] ?? '', unmark(line).marks, files, linesOf));
  return own.map((found, at) => found ?? between(lines, own, at, linesOf));
}

type FileLines = (file: string) => readonly string[];

function linesOfFiles(text: TemplateText): FileLines {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const lines = known.get(file) ?? (text(file) ?? '').split(/\r?\n/);
    known.set(file, lines);
    return lines;
  };
}

/** Of several marks on a line, from includes within it, the one whose line writes the key that stands here; else the last. */
function bestMark(line: string, found: readonly MarkedLine[], files: readonly string[], linesOf: FileLines): TemplateLine | undefined {
  const places = found.flatMap(({ file, line: number }) => {
    const name = files[file];
    return name === undefined ? [] : [{ file: name, line: number }];
  });
  const key = /^\s*(?:-\s+)*([^\s:#-][^:#]*?)\s*:(?:\s|$)/.exec(line)?.[1];
  const writes = (place: TemplateLine) => key !== undefined && (linesOf(place.file)[place.line] ?? '').includes(`${key}:`);
  return places.find(writes) ?? places.at(-1);
}

/**
 * A line without a mark: one that stands word for word in the template, counted from the mark before it, is that line;
 * otherwise it was written by an action, whose mark stands at the end of what it wrote.
 */
function between(
  lines: readonly string[],
  own: readonly (TemplateLine | undefined)[],
  at: number,
  linesOf: FileLines,
): TemplateLine | undefined {
  const beforeAt = own.findLastIndex((place, index) => index < at && place !== undefined);
  const before = own[beforeAt];
  const after = own.find((place, index) => index > at && place !== undefined);
  const text = (lines[at] ?? '').trim();
  if (before) {
    const template = linesOf(before.file);
    const until = after?.file === before.file && after.line > before.line ? after.line : before.line + 2 + 2 * (at - beforeAt);
    const word = template.findIndex((line, index) => index > before.line && index < until && text !== '' && line.trim() === text);
    if (word >= 0) return { file: before.file, line: word };
  }
  const written = after && /\{\{/.test(linesOf(after.file)[after.line] ?? '') && after.file === (before?.file ?? after.file);
  return written && isLoneAction(linesOf(after.file)[after.line] ?? '') ? after : (before ?? after);
}

/** `{{- toYaml .Values.resources | nindent 12 }}`, also behind a key. */
function isLoneAction(line: string): boolean {
  return /^\s*(?:-\s+)?(?:[\w./-]+:\s*)?\{\{.*\}\}\s*$/.test(line);
}
