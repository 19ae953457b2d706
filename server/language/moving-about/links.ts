import type { DocumentLink } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { textRange } from '../../manifest/source.ts';
import { recordOf } from '../fields/field-records.ts';
import { knownScalars } from '../reading/known-scalars.ts';

/** An image leads to its page in the registry, the kind to its documentation. */
export function documentLinks(analysis: Analysis): DocumentLink[] {
  return analysis.objects.flatMap((object) =>
    knownScalars(object).flatMap(({ place, path, value }) => {
      const target = typeof value === 'string' && !value.includes('\n') ? recordOf(place).value?.link?.(value) : undefined;
      const range = target === undefined ? undefined : object.source.document.body.valueRange(path);
      return target && range ? [{ range: textRange(object.source, range), target }] : [];
    }),
  );
}
