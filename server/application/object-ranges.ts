import type { Range } from 'vscode-languageserver-types';
import { textRange } from '../manifest/source.ts';
import type { Analysis, ObjectInText } from './analysis.ts';
import type { ObjectId, ObjectSummary } from './object-id.ts';

/** The lines that an object takes: its document's without comments around it, or its item's. */
export function objectRange({ source, judged }: ObjectInText): Range {
  const { body } = source.document;
  const whole = body.valueRange(judged.at);
  const end = body.text.trimEnd().length;
  return textRange(source, { start: whole?.start ?? 0, end: judged.at.length ? (whole?.end ?? end) : end });
}

export function objectSummaries(analysis: Analysis): readonly ObjectSummary[] {
  return identified(analysis).flatMap(({ id, object }) => {
    const { kind, name } = object.judged;
    if (kind === null) return [];
    const { start, end } = objectRange(object);
    const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return [{ ...id, kind, name, firstLine: start.line, lastLine }];
  });
}

export function findObject(analysis: Analysis, { document, item }: ObjectId): ObjectInText | undefined {
  return identified(analysis).find(({ id }) => id.document === document && id.item === item)?.object;
}

/**
 * The objects that can be asked for by their place: documents and items of Lists, and the whole Jobs that an object of another project
 * carries, which count as items of its document where there are several.
 */
export function identified({ objects, carried }: Analysis): readonly { readonly id: ObjectId; readonly object: ObjectInText }[] {
  const own = objects
    .filter(({ inline }) => !inline)
    .map((object) => ({ id: idOf(object.source.document.index, object.judged.item), object }));
  const whole = carried.filter(({ judged }) => judged.object !== undefined);
  const ofCarriers = whole.map((object) => {
    const { document } = object.source;
    const siblings = whole.filter(({ source }) => source.document === document);
    return { id: idOf(document.index, siblings.length > 1 ? siblings.indexOf(object) : undefined), object };
  });
  return [...own, ...ofCarriers];
}

function idOf(document: number, item: number | undefined): ObjectId {
  return item === undefined ? { document } : { document, item };
}
