import type { NodePath } from './node-path.ts';

/** A variable in a text, such as a shell's own, that Flux takes for one of its own before the API server sees it. */
export interface TakenByFlux {
  /** Of the text that it stands in. */
  readonly path: NodePath;
  /** From `${` to its brace. */
  readonly written: string;
  /** Where it stands in the document; undefined where it is not written there as it reads. */
  readonly range: { readonly start: number; readonly end: number } | undefined;
  /** Empty of what cannot be read. */
  readonly name: string;
  /** What Flux puts there; where it cannot read it, it applies nothing. */
  readonly becomes: 'nothing' | 'default' | 'unreadable';
  /** Whether all that Flux fills in is known, so that this is none of it. */
  readonly isSure: boolean;
}
