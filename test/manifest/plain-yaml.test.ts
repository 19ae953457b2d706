import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../server/manifest/compose.ts';
import { libyamlVerdict } from '../../server/manifest/libyaml/grammar.ts';
import { readPlainYaml } from '../../server/manifest/plain-yaml.ts';
import { refusal, textProblems } from '../../server/manifest/syntax.ts';
import { runs } from '../property-runs.ts';

/** What is read is read as the library reads it: the same tree, in the same places, without a fault. */
function expectSame(text: string): void {
  const plain = readPlainYaml(text);
  if (!plain) return;
  expect({ root: plain, errors: [] }).toEqual(compose(text));
  expect([refusal(text), ...textProblems(text)]).toEqual([undefined]);
  expect(libyamlVerdict(text)).toMatchObject({ refused: false });
}

describe('YAML as most manifests are written', () => {
  it.each([
    ['a map', 'a: 1\nb: two words # comment\n\n# comment\nc: x:y#z\n'],
    ['a map in a map', 'a:\n  # comment\n  b: 1\n# comment\n  c: 2\nd:\n  e\n'],
    ['no value', 'a:\nb:\n\n\nc:\n'],
    ['lists', 'a:\n- b\n-  c: 1\n   d: 2\n-\n- e\nf:\n  - - x\n    - y\n  -\n    z: -1\n'],
    ['quoted text', 'a: "x" # c\nb: \'it\'\'s\'   \n"c": ""\n\'d\' : e\n'],
    ['literal text', 'a: |\n  x\n\n    y\n\n\nb: |-\n   x\nc:\n- |\n  x\n'],
    ['flow collections', 'a: [x, "y", [-z, {}]] # c\nb: {c: d e, "f": [1]}\nc: []\n'],
    ['no line break at the end', 'a:\n- b: c  '],
    ['a list alone', '- a\n- b: 1\n  c: 2\n'],
    ['lines as Windows ends them', 'a: 1\r\nb:\r\n- x # c\r\n\r\nc: |\r\n  y\r\n\r\n  z\r\nd: []\r\n'],
    ['JSON in one line', '{"a":{"b":[1,-2.5,true,null,"x"],"c":{}},"d":[]}'],
    ['JSON over lines', '{\n  "a": [\n    "x\\n\\"y\\\\",\n    {\n      "b": false\n    }\n  ],\n  "c": {}\n}\n\n'],
    ['JSON in any column', '\n  {"a":\r\n1 ,"b": [\n1\n]\n}\n'],
    ['other letters', 'ä: 작업 🙂\n'],
  ])('%s', (_, text) => {
    expect(readPlainYaml(text)).toBeDefined();
    expectSame(text);
  });

  it.each([
    'a: &x 1',
    'a: *x',
    'a: !!str 1',
    '? a\n: b',
    '{"a":\t1}',
    '{"a": "\\u0041"}',
    '{"a": 1} # c\n, b',
    '{"a": 1,}\n',
    '{"<<":{"b":1}}',
    '{"a": 1\n} {}',
    'a: b\n  c',
    'a: b: c',
    'a: "b',
    'a: "\\n"',
    'a: [b\n]',
    'a: >\n  b',
    'a: |\n  \n   b',
    'a: |\n\n  b',
    'a: |\n   b\n  c',
    'a: |\n  b\n    \n',
    'a: |+\n  b\n\n',
    'a: |\n',
    'a: | # c\n  b',
    'a:\tb',
    'a: 1\rb: 2',
    '---\na: 1',
    'a: 1\n b: 2',
    '  a: 1\nb: 2',
    '<<: {}',
    '',
    'a: 1\n...\n',
  ])('%j is not read here', (text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it('is read as the library reads it, or not at all', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        ':',
        ': ',
        ' ',
        '  ',
        '    ',
        '\n',
        '\n',
        '\n  ',
        '\n    ',
        '- ',
        '-',
        '"',
        "'",
        '#',
        ' # c',
        '[',
        ']',
        '{',
        '}',
        ', ',
        ',',
      ],
      ...['|', '|\n', '>', '&x ', '*x', '!t ', '? ', '1', '~', '<<', '%', '@', 'ä', '\\', '\t', '\r\n', '---', '...', '\u00a0', '\ufeff'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expectSame(pieces.join(''));
        expectSame(pieces.join('').replaceAll(/\r?\n/g, '\r\n'));
      }),
      runs(20_000),
    );
  });

  it('is read as the library reads it when it is nearly well written', () => {
    const scalar = fc.constantFrom(
      'a',
      'a b',
      '"q"',
      "'s'",
      '-1',
      '',
      '|',
      '|-',
      '[x, y]',
      '{a: b}',
      '[',
      '# c',
      'a # c',
      'a: b',
      '- a',
      'x:',
      '{a: }',
      '[a: b]',
    );
    const line = fc
      .tuple(
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('k: ', 'l: ', 'm:', '- ', '- k: ', '-', '', '# '),
        scalar,
        fc.constantFrom('', ' ', ' # d'),
      )
      .map(([depth, head, value, tail]) => `${' '.repeat(depth)}${head}${value}${tail}\n`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expectSame(lines.join(''));
        expectSame(lines.join('').replaceAll('\n', '\r\n'));
      }),
      runs(20_000),
    );
  });

  it('is read as the library reads it when it is JSON', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(fc.record({ a: value, b: value }), fc.constantFrom(undefined, 1, 4), (json, indentation) => {
        const text = JSON.stringify(json, undefined, indentation);
        expectSame(text);
        expectSame(`\n ${text.replaceAll('\n', '\r\n')}\n`);
      }),
      runs(2000),
    );
  });

  it('is read as the library reads it when it is nearly JSON', () => {
    const pieces = [
      '{',
      '}',
      '{"a":',
      '"b"',
      ':',
      ': ',
      ',',
      ', ',
      '[',
      ']',
      '1',
      '-1.5',
      'true',
      'x',
      "'y'",
      '\n',
      '\n  ',
      '\r\n',
      ' ',
      '#',
      '\\',
      '"',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => {
        expectSame(`{"a":${parts.join('')}`);
        expectSame(`{"a":[${parts.join('')}]}`);
      }),
      runs(20_000),
    );
  });
});
