import type { ValueKind } from './value-kind.ts';

/** The permission bits of a file. */
export const fileMode: ValueKind = { octal: true };
