import { exitCodeWords } from '../../../application/words/exit-codes.ts';
import type { ValueKind } from './value-kind.ts';

/** Those that say something by themselves: how a shell, the kernel or the kubelet ended a program. */
export const tellingExitCodes = [126, 127, 137, 139, 143] as const;

/** How a container ended. */
export const exitCode: ValueKind = {
  choices: () => tellingExitCodes.map((code) => ({ value: String(code), detail: `exit-code-${code}` })),
  meaning: ({ analysis: { texts }, value }) => {
    return typeof value === 'number' ? exitCodeWords(value, texts) : undefined;
  },
  colours: 'numbers',
};
