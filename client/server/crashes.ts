import type { CloseAction, ErrorAction, ErrorHandler } from 'vscode-languageclient';

/** The values of the client's enumerations, whose code is loaded only with the client itself. */
const closeAction: Readonly<Record<'doNotRestart' | 'restart', CloseAction>> = { doNotRestart: 1, restart: 2 };
const errorAction: Readonly<Record<'continue', ErrorAction>> = { continue: 1 };

/** A server that ended so often within so many milliseconds is not started again by itself. */
const mostEnds = 4;
const window = 3 * 60_000;

/** Starts a server that ended again; when it goes on ending, `giveUp` is called and it stays down. */
export function afterCrashes(giveUp: () => void, now: () => number = Date.now): ErrorHandler {
  let ends: readonly number[] = [];
  return {
    error: () => ({ action: errorAction.continue }),
    closed() {
      ends = [...ends.filter((at) => now() - at < window), now()];
      if (ends.length < mostEnds) return { action: closeAction.restart };
      ends = [];
      giveUp();
      return { action: closeAction.doNotRestart, handled: true };
    },
  };
}
