import { type Cursor, cursorAt, isBlank, isBlankOrEnd, isBreak, isDocumentSign, look, skip, skipBreak, skipComment } from './cursor.ts';
import { skipAnchor, skipDirective, skipTag } from './properties.ts';
import { Refusal } from './refusal.ts';
import { skipBlock, skipPlain, skipQuoted } from './scalars.ts';
import { createSimpleKeys } from './simple-keys.ts';
import type { Token, TokenKind } from './token.ts';

/** The tokens of a text, each read when it is asked for, and no further than that takes. */
export interface Scanner {
  /** The next token, which stays the next. */
  peek(): Token;
  skip(): void;
}

type Fetch = () => void;

/** Reads tokens as libyaml does in its Go port (go.yaml.in/yaml/v2 scannerc.go, 2.4), on which the API server's reader is built. */
export function createScanner(text: string): Scanner {
  const cursor = cursorAt(text);
  const tokens: Token[] = [];
  /** How many tokens were taken out at the front. */
  let taken = 0;
  /** Columns of the blocks around; the innermost is `indent`. */
  const indents: number[] = [];
  let indent = -1;
  let flowLevel = 0;
  /** Whether a key may begin here without a question mark. */
  let keyAllowed = true;
  const keys = createSimpleKeys(cursor);
  /** Whether the first token is what it seems. */
  let known = false;

  const nextNumber = () => taken + tokens.length;
  function add(token: Token): void {
    tokens.push(token);
  }
  /** Before the token of that number; last where that one is taken out already. */
  function insert(number: number, token: Token): void {
    if (number < taken) add(token);
    else tokens.splice(number - taken, 0, token);
  }
  function addSign(kind: TokenKind, length = 1): void {
    add({ kind, offset: cursor.offset });
    skip(cursor, length);
  }

  /** A block begins in this column, unless one did already; its token goes before the token of that number, or last. */
  function roll(column: number, kind: TokenKind, offset: number, number = nextNumber()): void {
    if (flowLevel > 0 || indent >= column) return;
    indents.push(indent);
    indent = column;
    insert(number, { kind, offset });
  }

  /** Blocks end that stand further in than this column. */
  function unroll(column: number): void {
    if (flowLevel > 0) return;
    while (indent > column) {
      add({ kind: 'block-end', offset: cursor.offset });
      indent = indents.pop() ?? -1;
    }
  }

  function toNextToken(): void {
    for (;;) {
      while (look(cursor) === ' ' || ((flowLevel > 0 || !keyAllowed) && look(cursor) === '\t')) skip(cursor);
      skipComment(cursor);
      if (!isBreak(look(cursor))) return;
      skipBreak(cursor);
      if (flowLevel === 0) keyAllowed = true;
    }
  }

  function fetch(): void {
    toNextToken();
    unroll(cursor.column);
    const fetchOne = outside() ?? between(look(cursor)) ?? word(look(cursor));
    if (!fetchOne) throw new Refusal('plain-start', cursor.offset);
    fetchOne();
  }

  /** What ends all blocks. */
  function outside(): Fetch | undefined {
    if (look(cursor) === '') return () => fetchOutside('stream-end');
    if (cursor.column === 0 && look(cursor) === '%') return () => fetchOutside('directive');
    if (isDocumentSign(cursor, '---')) return () => fetchOutside('document-start');
    return isDocumentSign(cursor, '...') ? () => fetchOutside('document-end') : undefined;
  }

  /** The signs that collections are made of. */
  function between(sign: string): Fetch | undefined {
    if (sign === '[' || sign === '{') return () => fetchOpening(sign);
    if (sign === ']' || sign === '}') return () => fetchClosing(sign);
    if (sign === ',') return fetchComma;
    const standsAlone = isBlankOrEnd(look(cursor, 1));
    if (sign === '-' && standsAlone) return fetchDash;
    if (sign === '?' && (flowLevel > 0 || standsAlone)) return fetchQuestionMark;
    return sign === ':' && (flowLevel > 0 || standsAlone) ? fetchColon : undefined;
  }

  function word(sign: string): Fetch | undefined {
    if ((sign === '|' || sign === '>') && flowLevel === 0) return fetchBlockScalar;
    if (sign === '!') return fetchTag;
    if (sign === '*') return () => fetchWord('alias', skipAnchor);
    if (sign === '&') return () => fetchWord('anchor', skipAnchor);
    if (sign === '"' || sign === "'") return () => fetchWord('scalar', skipQuoted);
    return beginsPlain(sign) ? fetchPlain : undefined;
  }

  function beginsPlain(sign: string): boolean {
    if (sign === '-') return !isBlank(look(cursor, 1));
    if (flowLevel === 0 && (sign === '?' || sign === ':')) return !isBlankOrEnd(look(cursor, 1));
    return !isBlankOrEnd(sign) && !'?:,[]{}#&*!|>\'"%@`'.includes(sign);
  }

  function fetchOutside(kind: 'stream-end' | 'directive' | 'document-start' | 'document-end'): void {
    unroll(-1);
    keys.remove();
    keyAllowed = false;
    const { offset } = cursor;
    if (kind === 'stream-end') {
      // No key goes on over the end: what is left of them is none.
      cursor.line++;
      add({ kind, offset });
    } else if (kind === 'directive') add({ kind, offset, directive: skipDirective(cursor) });
    else addSign(kind, 3);
  }

  function saveKey(): void {
    if (keyAllowed) keys.save(nextNumber(), flowLevel === 0 && indent === cursor.column);
  }

  function fetchOpening(sign: '[' | '{'): void {
    saveKey();
    keys.open(nextNumber());
    flowLevel++;
    keyAllowed = true;
    addSign(sign);
  }

  function fetchClosing(sign: ']' | '}'): void {
    keys.remove();
    if (flowLevel > 0) {
      flowLevel--;
      keys.close();
    }
    keyAllowed = false;
    addSign(sign);
  }

  function fetchComma(): void {
    keys.remove();
    keyAllowed = true;
    addSign(',');
  }

  function fetchDash(): void {
    if (flowLevel === 0) {
      if (!keyAllowed) throw new Refusal('list-on-own-line', cursor.offset);
      roll(cursor.column, 'block-sequence', cursor.offset);
    }
    keys.remove();
    keyAllowed = true;
    addSign('-');
  }

  function fetchQuestionMark(): void {
    if (flowLevel === 0) {
      if (!keyAllowed) throw new Refusal('plain-start', cursor.offset);
      roll(cursor.column, 'block-mapping', cursor.offset);
    }
    keys.remove();
    keyAllowed = flowLevel === 0;
    addSign('key');
  }

  function fetchColon(): void {
    const key = keys.take();
    if (key) {
      insert(key.number, { kind: 'key', offset: key.offset });
      roll(key.column, 'block-mapping', key.offset, key.number);
      keyAllowed = false;
    } else {
      if (flowLevel === 0) {
        if (!keyAllowed) throw new Refusal('two-keys-on-a-line', cursor.offset);
        roll(cursor.column, 'block-mapping', cursor.offset);
      }
      keyAllowed = flowLevel === 0;
    }
    addSign('value');
  }

  function fetchBlockScalar(): void {
    keys.remove();
    keyAllowed = true;
    add({ kind: 'scalar', offset: cursor.offset });
    skipBlock(cursor, { indent, flowLevel });
  }

  /** What may be a key. */
  function fetchWord(kind: 'alias' | 'anchor' | 'scalar', skipWord: (at: Cursor) => void): void {
    saveKey();
    keyAllowed = false;
    add({ kind, offset: cursor.offset });
    skipWord(cursor);
  }

  function fetchPlain(): void {
    fetchWord('scalar', () => {
      keyAllowed = skipPlain(cursor, { indent, flowLevel });
    });
  }

  function fetchTag(): void {
    saveKey();
    keyAllowed = false;
    const { offset } = cursor;
    add({ kind: 'tag', offset, handle: skipTag(cursor) });
  }

  /** The first token is known when no colon can make a key of it any more. */
  function isKnown(): boolean {
    return tokens.length > 0 && !keys.isPossible(taken);
  }

  return {
    peek() {
      while (!known) {
        known = isKnown();
        if (!known) fetch();
      }
      return tokens[0] ?? { kind: 'stream-end', offset: text.length };
    },
    skip() {
      tokens.shift();
      taken++;
      known = false;
    },
  };
}
