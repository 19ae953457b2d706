import type { Shell } from '../state/shell.ts';
import { giveUp } from '../state/time.ts';
import { type Status, textOfValue } from '../state/value.ts';
import type { Fields } from '../words/split.ts';

/** What a shell does itself, given the words behind the name. */
export type Builtin = (shell: Shell, args: Fields) => void;

/** The words as texts; undefined ones only the run tells. */
export function textsOf({ values }: Fields): readonly (string | undefined)[] {
  return values.map(textOfValue);
}

/** A builtin that does nothing that counts here. */
export function answers(status: Status): Builtin {
  return (shell) => {
    shell.status = status;
    if (status === undefined) shell.output?.push({ at: shell.time, text: undefined });
  };
}

/** What it does is not followed: from here on nothing is known. */
export const unfollowed: Builtin = giveUp;
