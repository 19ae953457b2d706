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
  return analysis.objects.flatMap((object) => {
    const { kind, name, item } = object.judged;
    if (kind === null || object.inline) return [];
    const { start, end } = objectRange(object);
    const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    return [
      { document: object.source.document.index, ...(item === undefined ? {} : { item }), kind, name, firstLine: start.line, lastLine },
    ];
  });
}

export function findObject(analysis: Analysis, id: ObjectId): ObjectInText | undefined {
  return analysis.objects.find(({ source, judged, inline }) => !inline && source.document.index === id.document && judged.item === id.item);
}
