import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { type Source, textRange } from '../../manifest/source.ts';
import { placeAt } from '../reading/place-at.ts';
import { type Named, nameAt, type Occurrence } from './named-things.ts';

interface Found {
  readonly named: Named;
  readonly source: Source;
  /** What stands under the caret, without quotes. */
  readonly range: Range;
}

function find(analysis: Analysis, position: Position): Found | undefined {
  const place = placeAt(analysis, position);
  const named = place && nameAt(place.object, place.path, place.onKey);
  return place && named
    ? { named, source: place.source, range: textRange(place.source, withoutQuotes(place.source, place.range)) }
    : undefined;
}

/** Where the volume, container, port or claim under the caret is defined; of a selector's label the pod's labels. */
export function definition(analysis: Analysis, position: Position): Location[] {
  const found = find(analysis, position);
  const defined = found?.named.occurrences.filter(({ role }) => role === 'definition') ?? [];
  return found ? defined.map((one) => ({ uri: analysis.text.uri, range: rangeOf(found.source, one) })) : [];
}

export function references(analysis: Analysis, position: Position, withDefinition: boolean): Location[] {
  const found = find(analysis, position);
  const all = found?.named.occurrences.filter(({ role }) => withDefinition || role === 'reference') ?? [];
  return found ? all.map((one) => ({ uri: analysis.text.uri, range: rangeOf(found.source, one) })) : [];
}

export function highlights(analysis: Analysis, position: Position): DocumentHighlight[] {
  const found = find(analysis, position);
  return (found?.named.occurrences ?? []).flatMap((one) =>
    found
      ? [{ range: rangeOf(found.source, one), kind: one.role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }]
      : [],
  );
}

/** What would be renamed; null where nothing can. */
export function prepareRename(analysis: Analysis, position: Position): { range: Range; placeholder: string } | null {
  const found = find(analysis, position);
  return found ? { range: found.range, placeholder: found.named.name } : null;
}

/** Renames a name everywhere in its object: a label together with the selectors that look for it. */
export function rename(analysis: Analysis, position: Position, newName: string): WorkspaceEdit | null {
  const found = find(analysis, position);
  if (!found) return null;
  const edits: TextEdit[] = found.named.occurrences.map((one) => ({ range: rangeOf(found.source, one), newText: newName }));
  return { changes: { [analysis.text.uri]: edits } };
}

function rangeOf(source: Source, { path, part }: Occurrence): Range {
  const { body } = source.document;
  const range = (part === 'key' ? body.keyRange(path) : body.valueRange(path)) ?? { start: 0, end: 0 };
  return textRange(source, withoutQuotes(source, range));
}

function withoutQuotes({ document: { body } }: Source, { start, end }: { readonly start: number; readonly end: number }) {
  const quoted = end - start >= 2 && /^["']/.test(body.text.slice(start)) && body.text[end - 1] === body.text[start];
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}
