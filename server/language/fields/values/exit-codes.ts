import { knownText } from '../../../messages/render.ts';
import type { ValueKind } from './value-kind.ts';

/** Those that say something by themselves: how a shell, the kernel or the kubelet ended a program. */
export const tellingExitCodes = [126, 127, 137, 139, 143] as const;

/** How a container ended. */
export const exitCode: ValueKind = {
  choices: () => tellingExitCodes.map((code) => ({ value: String(code), detail: `exit-code-${code}` })),
  meaning: ({ analysis: { texts }, value }) => {
    if (typeof value !== 'number') return undefined;
    // Beyond 128 a shell adds the number of the signal.
    const bySignal = value > 128 && value < 160 ? texts('exit-code-signal', { signal: value - 128 }) : undefined;
    return knownText(`exit-code-${value}`, texts) ?? bySignal;
  },
  colours: 'numbers',
};
