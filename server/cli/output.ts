/** Where a command writes; tests collect it. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether a person reads `out` in colours. */
  readonly colours: boolean;
}

export const exitCodes = { good: 0, faults: 1, couldNotRun: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
