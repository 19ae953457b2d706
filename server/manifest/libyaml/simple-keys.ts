import type { Cursor } from './cursor.ts';
import { Refusal } from './refusal.ts';

/** What a colon behind it would make a key. */
interface SimpleKey {
  /** Of its first token. */
  readonly number: number;
  readonly offset: number;
  readonly column: number;
  readonly line: number;
  readonly index: number;
  /** It stands where a map has its keys, so nothing else is right. */
  readonly required: boolean;
}

/** The possible keys, one for each bracket that is open and one outside of all. */
export interface SimpleKeys {
  /** What begins at the cursor may be a key. */
  save(number: number, required: boolean): void;
  /** None is possible any more at this level. */
  remove(): void;
  /** The key that a colon at the cursor ends, if there is one. */
  take(): SimpleKey | undefined;
  /** A bracket opens, which is the token of this number. */
  open(number: number): void;
  close(): void;
  /** Whether the token of this number may still turn out to be a key. */
  isPossible(number: number): boolean;
}

/** A key is in one line and has 1024 characters at most. */
const longest = 1024;

interface Level {
  key: SimpleKey | undefined;
  /** Of the last token that was saved here, or of the bracket. */
  number: number;
  /** Whether the parser waits to learn what becomes of the key. */
  awaited: boolean;
}

export function createSimpleKeys(cursor: Cursor): SimpleKeys {
  const outermost: Level = { key: undefined, number: -1, awaited: false };
  const levels: Level[] = [outermost];
  const last = () => levels.at(-1) ?? outermost;

  /** The key of a level if a colon can still end it. */
  function valid(level: Level): SimpleKey | undefined {
    const { key } = level;
    if (!key || (key.line === cursor.line && cursor.index <= key.index + longest)) return key;
    if (key.required) throw new Refusal('colon', key.offset);
    level.key = undefined;
    return undefined;
  }
  function remove(): void {
    const { key } = last();
    if (key?.required) throw new Refusal('colon', key.offset);
    last().key = undefined;
  }
  return {
    remove,
    save(number, required) {
      remove();
      const { offset, column, line, index } = cursor;
      Object.assign(last(), { key: { number, offset, column, line, index, required }, number, awaited: true });
    },
    take() {
      const key = valid(last());
      last().key = undefined;
      return key;
    },
    open(number) {
      levels.push({ key: undefined, number, awaited: false });
    },
    close() {
      // Where nothing between the brackets may have been a key, the library forgets to wait for what becomes of them.
      const closed = levels.pop();
      if (closed && last().number === closed.number) last().awaited = false;
    },
    isPossible(number) {
      const level = levels.find(({ key, awaited }) => awaited && key?.number === number);
      return level !== undefined && valid(level) !== undefined;
    },
  };
}
