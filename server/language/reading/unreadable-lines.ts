import type { Analysis } from '../../application/analysis.ts';
import type { ManifestDocument } from '../../manifest/document.ts';
import { isBroken } from '../../validation/judge/judge.ts';

/** Lines of a file, the last included; they count from 0. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Whether a document cannot be read in full as it stands: lines of it were left out or guessed. */
export function isUnreadable({ body }: ManifestDocument): boolean {
  return isBroken(body) && body.reading !== 'whole' && !body.templated;
}

/** The lines of the documents that cannot be read in full. */
export function unreadableLines({ text, file }: Pick<Analysis, 'text' | 'file'>): readonly LineRange[] {
  return file.documents.filter(isUnreadable).map(({ start, body }) => ({
    first: text.positionAt(start).line,
    last: text.positionAt(start + body.text.length).line,
  }));
}
