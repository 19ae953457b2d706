import type { CompletionItemKind } from 'vscode-languageserver-types';

/** A key that can be written at a place, with what follows it. */
export interface KeyOffer {
  readonly name: string;
  /** What follows the name in block YAML: a colon and, with tab stops, the beginning of the value. */
  readonly body: string;
  readonly shape: 'object' | 'list' | 'text' | 'other';
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Offered before the others. */
  readonly first?: boolean;
}

export interface ValueOffer {
  readonly value: string;
  /** What is written for it, with tab stops, where that is more than a scalar. */
  readonly snippet?: string;
  /** Text in any case, so that it may need quotes. */
  readonly text: boolean;
  /** Written in quotes whatever YAML would allow. */
  readonly quoted?: boolean;
  readonly detail?: string;
}

/** A whole item of a list of objects. */
export interface ItemOffer {
  /** The field that it begins with. */
  readonly name: string;
  /** In block YAML, dash included, with tab stops. */
  readonly block: string;
  /** Of the field: whether its value is text. */
  readonly shape: KeyOffer['shape'];
  readonly detail: string;
}

/** What can be written at the caret, whatever the style of the document. */
export interface Offers {
  readonly keys?: readonly KeyOffer[];
  readonly values?: readonly ValueOffer[];
  readonly item?: ItemOffer;
  /** In block style on a line of its own below a list's key: values are items, with a dash. */
  readonly dashed?: boolean;
  /** In flow style: an object or list begins here. */
  readonly opens?: { readonly shape: 'object' | 'list'; readonly detail: string };
}
