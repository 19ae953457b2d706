import { knownText, type Texts } from '../../messages/render.ts';

/** What an exit code says by itself; undefined where only the program knows. Beyond 128 a shell adds the number of the signal. */
export function exitCodeWords(code: number, texts: Texts): string | undefined {
  const bySignal = code > 128 && code < 160 ? texts('exit-code-signal', { signal: code - 128 }) : undefined;
  return knownText(`exit-code-${code}`, texts) ?? bySignal;
}
