import type { FlowScalar, FlowToken } from './flow-tokens.ts';

/** An object or list as far as it was read. */
export interface Collection {
  readonly list: boolean;
  readonly keys: string[];
  /** Of an object: its scalars by their keys. */
  readonly values: Map<string, string>;
  /** In an object: the key that was read last. */
  key: string | undefined;
  afterColon: boolean;
  /** Where the value of this entry ended, once it has. */
  valueEnd: number | undefined;
  index: number;
}

/** Collections being read: those that are open, from the root, and whether the first key of all is in quotes. */
export interface Reading {
  readonly stack: Collection[];
  quotedKeys: boolean | undefined;
}

/** Reads on, up to the end of the outermost collection; what is open stays so, and what is read later shows in it too. */
export function readTokens(tokens: readonly FlowToken[], reading: Reading): Reading {
  for (const token of tokens) {
    readToken(token, reading);
    if (reading.stack.length === 0) break;
  }
  return reading;
}

function readToken(token: FlowToken, reading: Reading): void {
  const { stack } = reading;
  const top = stack.at(-1);
  if (token.kind === 'close') close(stack, token.list, token.end);
  else if (token.kind === 'open') open(stack, token.list);
  else if (top && token.kind === 'comma') nextEntry(top);
  else if (top && token.kind === 'colon') readColon(top);
  else if (top && token.kind === 'scalar') readScalar(token, top, reading);
}

function open(stack: Collection[], list: boolean): void {
  const top = stack.at(-1);
  if (top) beginValue(top);
  stack.push({ list, keys: [], values: new Map(), key: undefined, afterColon: false, valueEnd: undefined, index: 0 });
}

function readScalar(token: FlowScalar, top: Collection, reading: Reading): void {
  beginValue(top);
  if (!top.list && !top.afterColon) {
    reading.quotedKeys ??= token.quoted;
    top.key = token.content;
    return;
  }
  if (top.key !== undefined) top.values.set(top.key, token.content);
  top.valueEnd = token.end;
}

function readColon(top: Collection): void {
  if (top.list || top.key === undefined || top.afterColon) return;
  top.keys.push(top.key);
  top.afterColon = true;
}

/** A value behind a finished one: its comma is missing. */
function beginValue(top: Collection): void {
  if (top.valueEnd !== undefined) nextEntry(top);
}

function nextEntry(top: Collection): void {
  top.key = undefined;
  top.afterColon = false;
  top.valueEnd = undefined;
  top.index++;
}

/** Closes the innermost collection of a sort, and those in it that were left open; a bracket of no collection means nothing. */
function close(stack: Collection[], list: boolean, end: number): void {
  const at = stack.findLastIndex((one) => one.list === list);
  if (at < 0) return;
  stack.length = at;
  const top = stack.at(-1);
  if (top) top.valueEnd = end;
}
