import type { PlainCode } from '../../../messages/en/index.ts';
import type { ValueKind } from './value-kind.ts';

/** Values to choose from, the likeliest first: where the API lists none, too many, or other ones than a Job takes. */
export function oneOf(...values: readonly string[]): ValueKind {
  return { choices: () => values.map((value) => ({ value })) };
}

/** Values of which a hover tells what each means. */
export function meaning(codes: Readonly<Record<string, PlainCode>>): ValueKind {
  return {
    meaning: ({ analysis: { texts }, value }) => {
      const code = typeof value === 'string' && Object.hasOwn(codes, value) ? codes[value] : undefined;
      return code && texts(code);
    },
  };
}

/** Values to choose from, of which completion and hovers tell what each means. */
export function explained(codes: Readonly<Record<string, PlainCode>>): ValueKind {
  return { ...meaning(codes), choices: () => Object.entries(codes).map(([value, detail]) => ({ value, detail })) };
}
