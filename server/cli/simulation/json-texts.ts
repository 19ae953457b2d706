import { withJsonEscapes } from '../report/escaped-json.ts';

/** So many items of a list are written together. */
const together = 1000;

/**
 * The text of `JSON.stringify(value, null, 1)`, with the escapes of our JSON, and a line break, in pieces: field after field, and lists some items at a time,
 * so that no more of it is there at once than has to be. A field is read when its turn comes, and so is each item: what can be
 * iterated is a list. No field may be undefined.
 */
export function* jsonTexts<Value extends object>(value: Value): Iterable<string> {
  let before = '{';
  for (const key in value) {
    yield `${before}\n ${withJsonEscapes(JSON.stringify(key))}: `;
    yield* fieldTexts(value[key]);
    before = ',';
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}

function* fieldTexts(field: unknown): Iterable<string> {
  if (!isList(field)) {
    yield deeper(JSON.stringify(field, null, 1));
    return;
  }
  let before = '[';
  let items: unknown[] = [];
  for (const item of field) {
    if (items.push(item) < together) continue;
    yield before + itemsText(items);
    before = ',';
    items = [];
  }
  if (items.length > 0) yield before + itemsText(items);
  yield before === '[' && items.length === 0 ? '[]' : '\n ]';
}

function isList(field: unknown): field is Iterable<unknown> {
  return typeof field === 'object' && field !== null && Symbol.iterator in field;
}

/** The items between the brackets of their list. */
function itemsText(items: readonly unknown[]): string {
  return deeper(JSON.stringify(items, null, 1).slice(1, -2));
}

/** Line breaks within texts are escaped: these are those of the layout. */
function deeper(text: string): string {
  return withJsonEscapes(text).replaceAll('\n', '\n ');
}
