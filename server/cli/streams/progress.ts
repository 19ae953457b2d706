import type { Streams } from './streams.ts';

/** How far a long run is: a line that is written over, and gone when the run ends. */
export interface Progress {
  /** A step was made; what is said of it is asked for only where it is shown. */
  step(said: () => string): void;
  end(): void;
}

/** Streams that make room for the line, and the line below what they write. */
export interface WithProgress {
  readonly streams: Streams;
  readonly progress: Progress;
}

/** Where the line can be shown. */
export interface Screen {
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In milliseconds, from any instant. */
  readonly now: () => number;
  /** Does it later, unless the run has ended by then; gives back what forgets it. */
  readonly later: (milliseconds: number, action: () => void) => () => void;
}

/** Who waits so long wants to know whether something goes on. */
const patience = 1000;
/** Nobody reads more often. */
const pause = 100;

const erased = '\r\u001b[K';

/**
 * The line is written to standard error, in a terminal alone and never in a pipeline, once a run takes longer than a second: when a step
 * is made, and also while one is waited for.
 */
export function withProgress(streams: Streams, { isTerminal, columns, environment, now, later }: Screen): WithProgress {
  if (!isTerminal || environment['TERM'] === 'dumb' || environment['CI']) return { streams, progress: { step() {}, end() {} } };
  let latest: (() => string) | undefined;
  let isShown = false;
  let due = now() + patience;

  function show(): void {
    if (!latest) return;
    // A line that is wrapped could not be written over.
    streams.error(`${erased}${latest().slice(0, columns - 1)}`);
    isShown = true;
    due = now() + pause;
  }
  function erase(): void {
    if (isShown) streams.error(erased);
    isShown = false;
  }
  const forget = later(patience, show);
  const making = (write: Streams['out']) => (text: string) => {
    erase();
    write(text);
  };
  return {
    streams: { ...streams, out: making(streams.out), error: making(streams.error) },
    progress: {
      step(said) {
        latest = said;
        if (now() >= due) show();
      },
      end() {
        forget();
        latest = undefined;
        erase();
      },
    },
  };
}

/** Does something that may take long, with the line in the terminal of this process. */
export async function withOwnProgress<T>(given: Streams, work: (streams: Streams, progress: Progress) => T | Promise<T>): Promise<T> {
  const { streams, progress } = withProgress(given, ownScreen());
  try {
    return await work(streams, progress);
  } finally {
    progress.end();
  }
}

/** The terminal of this process. */
export function ownScreen(): Screen {
  const { isTTY, columns } = process.stderr;
  return {
    isTerminal: isTTY === true,
    // Terminals of programs have no width.
    columns: columns || 80,
    environment: process.env,
    now: () => performance.now(),
    later(milliseconds, action) {
      const timer = setTimeout(action, milliseconds).unref();
      return () => clearTimeout(timer);
    },
  };
}
