import type { CompletionItem } from 'vscode-languageserver-types';
import type { KeyOffer } from './offers.ts';

/** One item as it is written: block text may have lines, each at the column of the object's keys. */
export interface Written {
  readonly label: string;
  readonly snippet: string;
  readonly more: Pick<CompletionItem, 'kind' | 'detail' | 'documentation' | 'sortText' | 'filterText'>;
}

/** What is shown beside a key. */
export function keyDetails(
  { kind, detail, documentation, first = false }: Pick<KeyOffer, 'kind' | 'detail' | 'documentation' | 'first'>,
  index: number,
): Written['more'] {
  return {
    kind,
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    sortText: `${first ? 0 : 1}${String(index).padStart(3, '0')}`,
  };
}
