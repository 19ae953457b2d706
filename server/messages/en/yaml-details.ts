import { fill } from '../table/message-table.ts';

/** What the parser of YAML says, in words that say what to do. */
export const details = {
  'map-column': 'begin all keys of a map in one column',
  'list-column': 'begin all items of a list in one column',
  close: 'close it with {sign}',
  'close-indented': 'close it with {sign}',
  'closing-column': 'indent the closing bracket more than the key before it',
  'block-indented': 'indent the text behind | or > more than its key',
  'block-lines': 'indent all lines of the text as much as its first',
  'block-empty-lines': 'the empty lines before the text may not be indented more than it',
  'block-header': 'begin the text on the line below | or >, not with {sign} beside it',
  'closing-quote': 'close the text with {sign}',
  comma: 'put a comma between the items',
  'comma-or-colon': 'put a comma or a colon between the items',
  'blank-behind-colon': 'put a blank behind the colon',
  'list-on-own-line': 'begin the list on its own line',
  'directives-end': 'put a line --- behind the directives',
  'blank-before-comment': 'put a blank before the #',
  colon: 'put a colon and a blank behind the key',
  dash: 'put a dash and a blank before the item',
  'blank-behind-tag': 'put a blank behind the tag or anchor',
  'two-keys-on-a-line': 'put the second key on its own line, or the value in quotes',
  'list-as-key': 'a list cannot be a key; check the indentation',
  'key-of-several-lines': 'a key is missing its colon, or goes on over several lines',
  'block-in-brackets': 'write what stands in brackets with brackets and commas only',
  'plain-start': 'put text that begins with {sign} in quotes',
  escape: '{sign} means nothing in double quotes; use single quotes',
  'list-beside-key': 'put the list on the lines below its key',
  'text-behind-value': 'more text stands behind the value; put all of it in quotes',
  'unexpected-text': '{sign} is not expected here; check the line above',
  'item-before-comma': 'no item stands before the comma',
  unexpected: 'this is not expected here; check the line above',
  'one-anchor': 'keep one anchor only',
  'one-tag': 'keep one tag only',
  'sign-alone': 'put a name behind the & or *, or the text in quotes',
  'alias-with-tag': 'an alias stands alone: take the tag or anchor before it away',
  'tag-behind': 'put the tag or anchor behind the sign, not before it',
  'key-too-long': 'a key may have 1024 characters at most',
  tag: 'this tag cannot be read: take it away, or put the text in quotes',
  'behind-separator': 'begin what stands behind --- on the next line',
  other: 'this cannot be read; check this line and the one above',
} as const;

/** What exactly is wrong: one of the details, and the sign that it speaks of, empty where it speaks of none. */
export type Detail = { readonly detail: keyof typeof details; readonly sign: string };

export const yamlDetail = ({ detail, sign }: Detail) => fill(details[detail], { sign });
