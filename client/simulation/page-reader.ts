import type { ToPanel } from '../panel/host/messages.ts';

/** Asks the page for the text that it shows. */
export interface PageReader {
  /** Undefined while the page is not there yet, or not any more. */
  read(): Promise<string | undefined>;
  /** The page is there, or there again: what it was asked before it has forgotten. */
  ready(): void;
  /** How often it was. */
  readonly loads: number;
  answer(id: number, text: string): void;
  close(): void;
}

export function createPageReader(post: (message: ToPanel) => void): PageReader {
  const asked = new Map<number, (text: string | undefined) => void>();
  let loads = 0;
  let isReady = false;
  let next = 0;
  const forget = () => {
    for (const done of asked.values()) done(undefined);
    asked.clear();
  };
  return {
    read: () =>
      new Promise((done) => {
        if (!isReady) return done(undefined);
        asked.set(next, done);
        post({ type: 'read', id: next++ });
      }),
    ready() {
      isReady = true;
      loads++;
      forget();
    },
    get loads() {
      return loads;
    },
    answer(id, text) {
      asked.get(id)?.(text);
      asked.delete(id);
    },
    close() {
      isReady = false;
      forget();
    },
  };
}
