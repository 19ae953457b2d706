import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowText, scalarText, yamlText } from '../../../server/language/writing/yaml-text.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { runs } from '../../property-runs.ts';

function read(text: string): unknown {
  const body = parseManifests(text).documents[0]?.body;
  expect(body?.problems, text).toEqual([]);
  return body?.value;
}

describe('a scalar', () => {
  test.each([
    ['text', 'text'],
    ['two words', 'two words'],
    ['busybox:1.36', 'busybox:1.36'],
    ['Asia/Seoul', 'Asia/Seoul'],
    ['128Mi', '128Mi'],
    ['500m', '500m'],
    ['$(NAME)', '"$(NAME)"'],
    ['', '""'],
    [' a', '" a"'],
    ['a ', '"a "'],
    ['a: b', '"a: b"'],
    ['a:', '"a:"'],
    ['a #b', '"a #b"'],
    ['a, b', '"a, b"'],
    ['- a', '"- a"'],
    ['{a}', '"{a}"'],
    ['*/5 * * * *', '"*/5 * * * *"'],
    ['@daily', '"@daily"'],
    ['yes', '"yes"'],
    ['Off', '"Off"'],
    ['NULL', '"NULL"'],
    ['~', '"~"'],
    ['12', '"12"'],
    ['012', '"012"'],
    ['1e3', '"1e3"'],
    ['.5', '".5"'],
    ['.inf', '".inf"'],
    ['1:30', '"1:30"'],
    ['2001-01-01', '"2001-01-01"'],
    ['a\nb', '"a\\nb"'],
    ['a\u2028b', '"a\\u2028b"'],
    ['\u0085', '"\\u0085"'],
    [3, '3'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'null'],
    [9007199254740993n, '9007199254740993'],
  ])('%o is written %s', (value, text) => {
    expect(scalarText(value)).toBe(text);
  });
});

test('lists are indented below their key, fields without a value stand alone', () => {
  const value = { a: [{ b: 1, c: [] }, 'd', ['e', ['f']]], g: { h: null, i: {} }, 'j: k': 'l' };
  expect(yamlText(value)).toBe(`a:
  - b: 1
    c: []
  - d
  - - e
    - - f
g:
  h:
  i: {}
"j: k": l`);
});

test('a line holds any value as JSON does', () => {
  expect(flowText({ a: [1, 'b', null, undefined], c: {}, d: 9007199254740993n })).toBe(
    '{"a": [1, "b", null, null], "c": {}, "d": 9007199254740993}',
  );
});

describe('what is written reads the same', () => {
  const words = fc.constantFrom('a', 'b c', 'yes', '012', 'x:y', ': ', ' #', '<<', '=', '-', '? ', '\u2028', '\ufeff', '\u0000');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 4 }).map((parts) => parts.join('')),
  );
  /** Integers beyond 2^53 are read with all their digits, as another type. */
  const number = fc.double({ noNaN: true, min: -(2 ** 53), max: 2 ** 53, minExcluded: true, maxExcluded: true }).map((one) => one + 0);
  const scalar = fc.oneof(text, fc.integer(), number, fc.boolean(), fc.constant(null));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));

  test('in lines, below a key and between brackets', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(read(yamlText({ value: one }))).toEqual({ value: one });
        expect(read(`value: ${flowText(one)}`)).toEqual({ value: one });
      }),
      runs(500),
    );
  });

  test('as a scalar between brackets', () => {
    fc.assert(
      fc.property(scalar, (one) => {
        expect(read(`a: [${scalarText(one)}, b]`)).toEqual({ a: [one, 'b'] });
      }),
      runs(500),
    );
  });
});
