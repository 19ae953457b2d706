import type { NodePath } from '../../plain/node-path.ts';
import type { TakenByFlux } from '../../plain/taken-by-flux.ts';
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
  scalarSource?(this: JudgedDocument, path: NodePath): { readonly text: string; readonly style: string } | undefined;
  /** Where a value stands in the text. */
  valueRange?(this: JudgedDocument, path: NodePath): Stretch | undefined;
  keyRange?(this: JudgedDocument, path: NodePath): Stretch | undefined;
  /** What stands literally in a template that is no YAML as it stands, for each branch of its conditions. */
  readonly branches?: readonly JudgedBranch[];
  /** What Flux takes out of its texts before the API server sees them, though nobody gave it a value. */
  readonly takenByFlux?: readonly TakenByFlux[];
}

/** A template as it reads with one branch of each condition. */
export interface JudgedBranch extends Required<Pick<JudgedDocument, 'value' | 'scalarSource' | 'valueRange' | 'keyRange'>> {
  /** What is written for some versions of Kubernetes only. */
  readonly unsure: readonly Stretch[];
}

/** Offsets in the document's text, the end exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}
