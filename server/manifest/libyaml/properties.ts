import {
  type Cursor,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  look,
  skip,
  skipBlanks,
  skipBreak,
  skipComment,
  skipName,
} from './cursor.ts';
import { Refusal } from './refusal.ts';

/** An anchor or an alias (yaml_parser_scan_anchor). */
export function skipAnchor(cursor: Cursor): void {
  const start = cursor.offset;
  skip(cursor);
  const name = skipName(cursor);
  const ends = isBlankOrEnd(look(cursor)) || '?:,]}%@`'.includes(look(cursor));
  if (name === '' || !ends) throw new Refusal('anchor', start);
}

/** A tag (yaml_parser_scan_tag). Its handle; empty of a tag that is written out. */
export function skipTag(cursor: Cursor): string {
  const start = cursor.offset;
  const handle = look(cursor, 1) === '<' ? skipWrittenOut(cursor) : skipShorthand(cursor);
  if (!isBlankOrEnd(look(cursor))) throw new Refusal('tag', start);
  return handle;
}

function skipWrittenOut(cursor: Cursor): string {
  skip(cursor, 2);
  skipAddress(cursor, '');
  if (look(cursor) !== '>') throw new Refusal('tag', cursor.offset);
  skip(cursor);
  return '';
}

function skipShorthand(cursor: Cursor): string {
  const handle = skipHandle(cursor, false);
  if (handle.length > 1 && handle.endsWith('!')) {
    skipAddress(cursor, '');
    return handle;
  }
  const before = cursor.offset;
  skipAddress(cursor, handle);
  return handle === '!' && cursor.offset === before ? '' : '!';
}

function skipHandle(cursor: Cursor, inDirective: boolean): string {
  const start = cursor.offset;
  if (look(cursor) !== '!') throw new Refusal('tag', start);
  skip(cursor);
  skipName(cursor);
  if (look(cursor) === '!') skip(cursor);
  else if (inDirective && cursor.offset - start > 1) throw new Refusal('tag', start);
  return cursor.text.slice(start, cursor.offset);
}

/** What is left of a tag, or the prefix that a directive gives a handle; `head` of it was read with the handle. */
function skipAddress(cursor: Cursor, head: string): void {
  const start = cursor.offset;
  while (/^[\w\-;/?:@&=+$,.!~*'()[\]%]$/.test(look(cursor))) {
    if (look(cursor) === '%' && !/^%[\da-fA-F]{2}/.test(cursor.text.slice(cursor.offset, cursor.offset + 3)))
      throw new Refusal('tag', cursor.offset);
    skip(cursor);
  }
  if (head === '' && cursor.offset === start) throw new Refusal('tag', start);
}

export type Directive = { readonly name: 'YAML'; readonly version: string } | { readonly name: 'TAG'; readonly handle: string };

/** A line that begins with % (yaml_parser_scan_directive). */
export function skipDirective(cursor: Cursor): Directive {
  const start = cursor.offset;
  skip(cursor);
  const name = skipName(cursor);
  if ((name !== 'YAML' && name !== 'TAG') || !isBlankOrEnd(look(cursor))) throw new Refusal('directive', start);
  skipBlanks(cursor);
  const directive = name === 'YAML' ? skipVersion(cursor) : skipTagDirective(cursor);
  skipBlanks(cursor);
  skipComment(cursor);
  if (!isBreakOrEnd(look(cursor))) throw new Refusal('directive', start);
  if (isBreak(look(cursor))) skipBreak(cursor);
  return directive;
}

function skipVersion(cursor: Cursor): Directive {
  const [version = ''] = /^\d{1,2}\.\d{1,2}(?!\d)/.exec(cursor.text.slice(cursor.offset, cursor.offset + 6)) ?? [];
  if (version === '') throw new Refusal('directive', cursor.offset);
  skip(cursor, version.length);
  return { name: 'YAML', version };
}

function skipTagDirective(cursor: Cursor): Directive {
  const handle = skipHandle(cursor, true);
  if (!isBlank(look(cursor))) throw new Refusal('directive', cursor.offset);
  skipBlanks(cursor);
  skipAddress(cursor, '');
  if (!isBlankOrEnd(look(cursor))) throw new Refusal('directive', cursor.offset);
  return { name: 'TAG', handle };
}
