/** Where a command writes; tests collect it. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether a person reads `out` in colours. */
  readonly colours: boolean;
}

export const exitStatus = { good: 0, faults: 1, couldNotRun: 2 } as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];
