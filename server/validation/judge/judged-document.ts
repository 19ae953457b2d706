import type { NodePath } from '../../plain/node-path.ts';
import type { SyntaxFault } from './syntax-findings.ts';

/** A document as `manifest` reads it; only its value is needed. */
export interface JudgedDocument {
  readonly value: unknown;
  readonly text?: string;
  readonly templated?: boolean;
  readonly problems?: readonly SyntaxFault[];
  /** How far the value can be trusted behind faults of syntax; not at all where nothing is said. */
  readonly reading?: 'whole' | 'partial' | 'none';
  /** How a scalar was written. */
  scalarSource?(path: NodePath): { readonly text: string; readonly style: string } | undefined;
  /** Where a value stands in the text. */
  valueRange?(path: NodePath): { readonly start: number; readonly end: number } | undefined;
  keyRange?(path: NodePath): { readonly start: number; readonly end: number } | undefined;
}
