import type { Directive } from './properties.ts';

export type SignKind = '[' | ']' | '{' | '}' | ',' | '-' | 'key' | 'value' | 'document-start' | 'document-end';

export type TokenKind = SignKind | 'block-sequence' | 'block-mapping' | 'block-end' | 'scalar' | 'alias' | 'anchor' | 'stream-end';

interface Placed {
  /** Where it begins. */
  readonly offset: number;
}

export type Token = Placed &
  (
    | { readonly kind: TokenKind }
    | { readonly kind: 'tag'; readonly handle: string }
    | { readonly kind: 'directive'; readonly directive: Directive }
  );
