import { expect, test } from 'vitest';
import { flowAround } from '../../../server/language/caret/flow-around.ts';

/** Where the collection around the caret stands, and in it the caret; or that there is none. */
function around(marked: string): string {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const lines = marked.replace('|', '').split('\n');
  const found = flowAround(lines, before.length - 1, before.at(-1)?.length ?? 0);
  if (found === undefined) return 'block';
  return found === 'nowhere' ? found : `${found.path.join('.')}: ${found.context.position} ${found.context.path.join('.')}`.trim();
}

test.each([
  ['behind a key', 'a:\n  b: {|', 'a.b: key'],
  ['behind a dash', 'a:\n  - {b: 1}\n  - {|', 'a.1: key'],
  ['on later lines', 'a: {\n  b: [\n    1,\n    |', 'a: value b.1'],
  ['the outermost, whatever opens on the lines between', 'a: [\n  {b: 1},\n  {\n    c: {|', 'a: key 1.c'],
  ['behind a bracket at the column of its key', 'x:\n  a: {\n    b: {\n      c: 1\n  },\n    |', 'x.a: key'],
  ['the whole document', '# note\n{"a": {|', ': key a'],
  ['beside a whole document', '{"a": 1}\n|', 'nowhere'],
  ['behind a finished value', 'a: {b: 1 |', 'nowhere'],
  ['behind one that is closed', 'a: {b: 1}\n|', 'block'],
  ['on a line further left', 'a:\n  b: {\nc|', 'block'],
  ['before the bracket', 'a: |{b: 1}', 'block'],
  ['in none', 'a:\n  b: |', 'block'],
])('%s', (_, marked, expected) => {
  expect(around(marked)).toBe(expected);
});
