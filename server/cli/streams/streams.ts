import { withoutCommands } from '../../plain/workflow-commands.ts';

/** Where a command writes; tests collect it. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether a person reads `out` in colours. */
  readonly colours: boolean;
}

export const exitStatus = { good: 0, faults: 1, couldNotRun: 2 } as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** About as much as a pipe holds. */
const longest = 65_536;

/** Writes pieces of whole lines one after the other, none of which gives an order to whoever runs the workflow; short ones together. */
export function writeLines({ out }: Streams, pieces: Iterable<string>): void {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < longest) continue;
    out(withoutCommands(text));
    text = '';
  }
  if (text) out(withoutCommands(text));
}
