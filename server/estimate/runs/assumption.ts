import type { Code, Remark } from '../../messages/en/index.ts';

/** Something taken for granted that the manifest does not say, or says only between the lines: `code` names its text. */
export type Assumption = Remark<Extract<Code, `estimate-${string}` | `assumed-${string}`>>;
