import type { Connection } from 'vscode-languageserver';
import { codeLenses, nextRunOf } from '../language/code-lens.ts';
import { userClock } from '../language/reading/user-clock.ts';
import type { Answers } from './answers.ts';
import type { Editor } from './editor.ts';

/** What `setTimeout` can wait at most, in milliseconds. */
const longestWait = 2 ** 31 - 1;

/** Answers with lenses, and has the editor ask again a second after the next run that one of them names. */
export function answerCodeLenses(connection: Connection, editor: Editor, { answer }: Answers): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  connection.onCodeLens(
    answer('Code lenses', [], (analysis) => {
      const now = userClock();
      const due = nextRunOf(analysis, now);
      clearTimeout(timer);
      if (due !== undefined) timer = setTimeout(() => editor.refresh(), Math.min(due - now.now + 1000, longestWait));
      return codeLenses(analysis, now);
    }),
  );
}
