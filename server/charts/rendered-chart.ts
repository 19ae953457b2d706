import { alignLines } from './align-lines.ts';
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
 * marked in the order of their numbers. Where marks change what is rendered, the lines that are the same in both are known by
 * them; of a document that was not rendered with marks those that its template writes itself.
 */
export function readRenderedChart(
  output: string,
  marked: string | undefined,
  files: readonly string[],
  text: TemplateText,
): readonly RenderedDocument[] {
  const twins = new Map(numbered(marked === undefined ? [] : splitOutput(marked)).map((twin) => [keyOf(twin), twin.lines]));
  const linesOf = linesOfFiles(text);
  return numbered(splitOutput(output)).map((document) => {
    const { template, number, lines } = document;
    const twin = twins.get(keyOf(document));
    const own = twin ? byMarks(lines, twin, files, linesOf) : byText(lines, template, linesOf);
    return { template, number, text: lines.join('\n'), lines: withOthers(lines, own, linesOf) };
  });
}

interface Part {
  readonly template: string;
  readonly lines: readonly string[];
}

interface NumberedPart extends Part {
  readonly number: number;
}

/** Counts the documents of each template. */
function numbered(parts: readonly Part[]): readonly NumberedPart[] {
  const counted = new Map<string, number>();
  return parts.map((part) => {
    const number = counted.get(part.template) ?? 0;
    counted.set(part.template, number + 1);
    return { ...part, number };
  });
}

function keyOf({ template, number }: NumberedPart): string {
  return `${number} ${template}`;
}

/** The parts between `---` lines that have a `# Source:` line; helm prints one before each document. */
function splitOutput(output: string): readonly Part[] {
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

type Places = readonly (TemplateLine | undefined)[];

/** The places that the marks name. */
function byMarks(lines: readonly string[], marked: readonly string[], files: readonly string[], linesOf: FileLines): Places {
  const unmarked = marked.map((line) => unmark(line).text.trimEnd());
  const isAlike = marked.length === lines.length;
  const twins = isAlike ? lines.map((_, at) => at) : alignLines(lines, unmarked, (one, other) => one.trimEnd() === other);
  return lines.map((line, at) => bestMark(line, unmark(marked[twins[at] ?? -1] ?? '').marks, files, linesOf));
}

/** The lines that stand in the template word for word, or with an action behind the same key, in the same order. */
function byText(lines: readonly string[], template: string, linesOf: FileLines): Places {
  const trimmed = (all: readonly string[]) => all.map((line) => line.trim());
  const isWrittenBy = (one: string, other: string) =>
    one === other ? one !== '' : other.includes('{{') && keyIn(one) !== undefined && keyIn(one) === keyIn(other);
  const places = alignLines(trimmed(lines), trimmed(linesOf(template)), isWrittenBy);
  return places.map((line) => (line === undefined ? undefined : { file: template, line }));
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
  const key = keyIn(line);
  const writes = (place: TemplateLine) => key !== undefined && (linesOf(place.file)[place.line] ?? '').includes(`${key}:`);
  return places.find(writes) ?? places.at(-1);
}

/** The key that a line of YAML begins with. */
function keyIn(line: string): string | undefined {
  return /^\s*(?:-\s+)*([^\s:#-][^:#]*?)\s*:(?:\s|$)/.exec(line)?.[1];
}

/** The nearest place that is known before a line, and behind it. */
interface Around {
  readonly before: TemplateLine | undefined;
  /** How many lines further up that is. */
  readonly distance: number;
  readonly after: TemplateLine | undefined;
}

/** Places of all lines: those that are not known follow from the ones around them. */
function withOthers(lines: readonly string[], own: Places, linesOf: FileLines): Places {
  const nearest = (places: Places) => {
    let last = -1;
    return places.map((place, at) => {
      const found = last;
      if (place) last = at;
      return found;
    });
  };
  const above = nearest(own);
  const below = nearest(own.toReversed()).toReversed();
  return own.map((found, at) => {
    if (found) return found;
    const [before, after] = [above[at] ?? -1, own.length - 1 - (below[at] ?? -1)];
    return between(lines[at] ?? '', { before: own[before], distance: at - before, after: own[after] }, linesOf);
  });
}

/**
 * A line without a mark: one that stands word for word in the template, counted from the mark before it, is that line;
 * otherwise it was written by an action, whose mark stands at the end of what it wrote.
 */
function between(line: string, { before, distance, after }: Around, linesOf: FileLines): TemplateLine | undefined {
  const text = line.trim();
  if (before) {
    const template = linesOf(before.file);
    const until = after?.file === before.file && after.line > before.line ? after.line : before.line + 2 + 2 * distance;
    const word = text === '' ? -1 : template.slice(before.line + 1, until).findIndex((one) => one.trim() === text);
    if (word >= 0) return { file: before.file, line: before.line + 1 + word };
  }
  const written = after && /\{\{/.test(linesOf(after.file)[after.line] ?? '') && after.file === (before?.file ?? after.file);
  return written && isLoneAction(linesOf(after.file)[after.line] ?? '') ? after : (before ?? after);
}

/** `{{- toYaml .Values.resources | nindent 12 }}`, also behind a key. */
function isLoneAction(line: string): boolean {
  return /^\s*(?:-\s+)?(?:[\w./-]+:\s*)?\{\{.*\}\}\s*$/.test(line);
}
