import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis, ObjectInText } from './analysis.ts';
import { objectRange } from './objects.ts';

/** Above each Job and CronJob: run its simulation. The command's arguments are the document's URI and the object's id. */
export function codeLenses(analysis: Analysis): CodeLens[] {
  if (!analysis.settings.codeLens) return [];
  return analysis.objects.flatMap((object) => {
    const { kind, item } = object.judged;
    if (kind === null) return [];
    const { start } = objectRange(object);
    const id = { document: object.source.document.index, ...(item === undefined ? {} : { item }) };
    return [
      {
        range: { start, end: start },
        command: { title: title(object, analysis), command: 'kubejob.simulate', arguments: [analysis.text.uri, id] },
      },
    ];
  });
}

function title(_object: ObjectInText, { texts }: Analysis): string {
  return texts('lens-simulate');
}
