import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { Analysis } from '../../../application/analysis.ts';
import { hasCronJobField, isCronJobField, kindOfHalfTyped } from '../../../kubernetes/fields/kind-in-text.ts';
import { type KnownPlace, knownPlace } from '../../../kubernetes/fields/places.ts';
import { carriedJobAround } from '../../../kubernetes/job-carriers.ts';
import type { JobKind } from '../../../kubernetes/kinds.ts';
import { placeInObject } from '../../../kubernetes/written-part.ts';
import { withoutActions } from '../../../manifest/templates/literal-text.ts';
import { type NodePath, valueAt } from '../../../plain/node-path.ts';
import { isRecord } from '../../../plain/record.ts';
import { type Caret, caretAt } from '../../caret/caret.ts';
import type { PlaceInManifest } from '../../fields/values/value-kind.ts';

/** Where completion was asked for, and what the API has there. */
export interface CompletionPlace extends PlaceInManifest {
  readonly known: KnownPlace;
  readonly caret: Pick<Caret, 'position' | 'siblings' | 'afterDash' | 'hasColon' | 'flow'>;
}

/** The lines of the part between `---` lines that holds a line, and where they begin. */
function linesAround(text: string, line: number): { readonly lines: readonly string[]; readonly first: number } {
  const all = text.split(/\r\n|\r|\n/);
  const isMark = (at: number) => /^---(\s|$)/.test(all[at] ?? '');
  let first = Math.min(line, all.length - 1);
  while (first > 0 && !isMark(first)) first--;
  if (isMark(first) && first <= line) first++;
  let end = line + 1;
  while (end < all.length && !isMark(end)) end++;
  return { lines: all.slice(first, end), first };
}

/** What an empty document, another project's object and a place that the API does not know have instead of a place. */
export type Nowhere = 'empty' | 'unknown';

/** The place, and the caret with lines counted from the beginning of the file. */
export function completionPlace(
  analysis: Analysis,
  position: Position,
): { readonly place: CompletionPlace; readonly caret: Caret; readonly first: number } | Nowhere {
  const text = readable(analysis);
  if (text !== analysis.text.getText() && isWithinAction(analysis.text, position)) return 'unknown';
  const { lines, first } = linesAround(text, position.line);
  const caret = caretAt(lines, position.line - first, position.character);
  if (caret === 'nowhere') return 'unknown';
  const offset = analysis.text.offsetAt(position);
  const document = analysis.file.documents.findLast(({ start, body }) => start <= offset && offset <= start + body.text.length);
  const base = caret.path[0] === 'items' && typeof caret.path[1] === 'number' ? caret.path.slice(0, 2) : [];
  const kind = kindAround(lines, base, position.line - first, caret);
  const value = document?.body.value;
  const nowhere = caret.path.length === 0 && caret.siblings.length === 0 && !caret.flow ? 'empty' : 'unknown';
  const place = kind === undefined ? carriedPlace(value, lines, caret) : ownPlace(kind, value, base, caret);
  return place ? { place, caret, first } : nowhere;
}

function ownPlace(kind: JobKind, value: unknown, base: NodePath, caret: Caret): CompletionPlace | undefined {
  const path = caret.path.slice(base.length);
  const known = knownPlace(kind, path);
  return known && { kind, known, path, object: valueAt(value, base), caret };
}

/** A place in a Job or pod that an object of another project carries; what it is says the text where nothing can be read of it. */
function carriedPlace(value: unknown, lines: readonly string[], caret: Caret): CompletionPlace | undefined {
  const named = { apiVersion: nearest(lines, 0, atRoot('apiVersion')), kind: nearest(lines, 0, atRoot('kind')) };
  const around = carriedJobAround(isRecord(value) ? { ...named, ...value } : named, caret.path);
  if (!around) return undefined;
  const path = placeInObject(around, caret.path);
  // A template of a Job is no Job: it has no kind of its own.
  const isTemplate = path.length === 0 && around.is === 'JobTemplateSpec';
  const known = isTemplate ? knownPlace('CronJob', ['spec', 'jobTemplate']) : knownPlace('Job', path);
  return known && { kind: 'Job', known, path, object: around.job, caret };
}

function atRoot(key: string): RegExp {
  return new RegExp(`^\\uFEFF?["']?${key}["']?\\s*:\\s*["']?([^\\s"'#]*)`);
}

/** A template's actions look like YAML that they are not. */
function readable({ text, file }: Analysis): string {
  return file.documents.some(({ body }) => body.templated) ? withoutActions(text.getText()) : text.getText();
}

function isWithinAction(text: TextDocument, position: Position): boolean {
  const before = text.getText({ start: { line: position.line, character: 0 }, end: position });
  return before.lastIndexOf('{{') > before.lastIndexOf('}}');
}

/** The kind of the object around a line, read from its `kind` alone; of a half-typed one what its fields say. */
function kindAround(lines: readonly string[], base: NodePath, line: number, { flow }: Caret): JobKind | undefined {
  const own = flow?.around[base.length - flow.depth];
  if (own) {
    const names = flow?.around.flatMap((values) => [...values.keys()]) ?? [];
    return kindOfHalfTyped({ kind: own.get('kind'), apiVersion: own.get('apiVersion'), hasCronJobField: names.some(isCronJobField) });
  }
  const item = base.length > 0;
  const kind = item ? /^\s*(?:-\s+)?["']?kind["']?\s*:\s*["']?(\w*)/ : /^\uFEFF?["']?kind["']?\s*:\s*["']?(\w*)/;
  const version = /^\uFEFF?\s*(?:-\s+)?["']?apiVersion["']?\s*:\s*["']?([^\s"']*)/;
  const from = item ? line : 0;
  return kindOfHalfTyped({
    kind: nearest(lines, from, kind),
    apiVersion: nearest(lines, from, version),
    hasCronJobField: lines.some(hasCronJobField),
  });
}

/** The first match at or above a line, otherwise the first below it. */
function nearest(lines: readonly string[], line: number, pattern: RegExp): string | undefined {
  for (let at = line; at >= 0; at--) {
    const match = pattern.exec(lines[at] ?? '');
    if (match) return match[1];
  }
  for (let at = line + 1; at < lines.length; at++) {
    const match = pattern.exec(lines[at] ?? '');
    if (match) return match[1];
  }
  return undefined;
}
