import { durationWords } from '../../../application/words/durations.ts';
import type { ValueKind, Words } from './value-kind.ts';

/** Seconds from which on a duration is easier to read. */
const largeSeconds = 120;

function inWords(value: unknown, { texts }: Pick<Words, 'texts'>): string | undefined {
  return typeof value === 'number' && value >= largeSeconds ? durationWords(value, texts) : undefined;
}

/** A number of seconds. */
export const seconds: ValueKind = {
  meaning: ({ analysis, value }) => inWords(value, analysis),
  hint: { setting: 'durations', words: inWords },
};
