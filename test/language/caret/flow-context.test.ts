import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowContext } from '../../../server/language/caret/flow-context.ts';
import { runs } from '../../property-runs.ts';
import { flowText, nested, scalarsOf } from './nested-yaml.ts';

/** What can be written at the caret: key or value, where, the word that is replaced, the keys beside it, and what is missing around. */
function context(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = flowContext(text, 0, offset, text.length);
  if (typeof found === 'string') return found;
  const { position, path, word, siblings, hasColon, commaBefore, commaAfter, quotedKeys } = found;
  const parts = [
    `${position} ${path.join('.')}`.trim(),
    ...(word.end > word.start ? [`"${text.slice(word.start, word.end)}"`] : []),
    ...(siblings.length ? [`beside ${siblings.join(' ')}`] : []),
    ...(hasColon ? ['with colon'] : []),
    ...(commaBefore === undefined ? [] : ['comma before']),
    ...(commaAfter ? ['comma after'] : []),
    ...(quotedKeys ? ['as JSON'] : []),
  ];
  return parts.join(', ');
}

describe('in an object', () => {
  test.each([
    ['{|}', 'key'],
    ['{|', 'key'],
    ['{a: 1, |}', 'key, beside a'],
    ['{a: 1, b|}', 'key, "b", beside a'],
    ['{b|: 2, a: 1}', 'key, "b", beside a, with colon'],
    ['{|a: 1}', 'key, beside a, comma after'],
    ['{a: 1, | b: 2}', 'key, beside a b, comma after'],
    ['{a: |}', 'value a, beside a'],
    ['{a:|}', 'value a, beside a'],
    ['{a: x|y}', 'value a, "xy", beside a'],
    ['{a: |xy}', 'value a, "xy", beside a'],
    ['{a: | xy}', 'value a, " xy", beside a'],
    ['{a: |, b: 1}', 'value a, beside a b'],
    ['{a: {b: |', 'value a.b, beside b'],
    ['{a: {b: 1}, c: {|', 'key c'],
    ['{"a": 1, "|"}', 'key, """", beside a, as JSON'],
    ['{"a": 1, b: |}', 'value b, beside a b, as JSON'],
    ['{na| cpu: 1}', 'key, "na", beside na cpu, comma after'],
    ['{a: 1\n|}', 'key, beside a, comma before'],
    ['{a: 1\n| b: 2}', 'key, beside a b, comma before, comma after'],
    ['{a: 1 |}', 'nowhere'],
    ['{a: "x"|}', 'nowhere'],
    ['{"a"| }', 'nowhere'],
    ['{a: 1}|', 'outside'],
  ])('%j: %s', (marked, expected) => {
    expect(context(marked)).toBe(expected);
  });
});

describe('in a list', () => {
  test.each([
    ['[|]', 'value 0'],
    ['[a, |]', 'value 1'],
    ['[a, b|]', 'value 1, "b"'],
    ['[|a]', 'value 0, comma after'],
    ['[a\n|]', 'value 1, comma before'],
    ['[{a: 1}, {|', 'key 1'],
    ['[{a: 1}|]', 'nowhere'],
    ['[[a], [b, |', 'value 1.1'],
  ])('%j: %s', (marked, expected) => {
    expect(context(marked)).toBe(expected);
  });
});

describe('in broken text', () => {
  test.each([
    ['{a: [1, {b: 2}, c: |', 'nowhere'],
    ['{a: {b: [1}, |}', 'key, beside a'],
    ['{a: 1] , |}', 'key, beside a'],
    ['{, |}', 'key'],
    ['{: |}', 'key'],
    ['{a: "x\n|', 'key, beside a, comma before'],
    ['{ # note: {\na: |', 'value a, beside a'],
  ])('%j: %s', (marked, expected) => {
    expect(context(marked)).toBe(expected);
  });
});

test('a value is at the path at which a reader of YAML finds it', () => {
  fc.assert(
    fc.property(nested, (value) => {
      const text = flowText(value);
      for (const { offset, path } of value === 'x' ? [] : scalarsOf(text)) {
        const found = flowContext(text, 0, offset + 1, text.length);
        expect([text, offset, typeof found === 'string' ? found : found.path]).toEqual([text, offset, path]);
      }
    }),
    runs(300),
  );
});
