import { describe, expect, it, test } from 'vitest';
import { parseManifests } from '../../server/manifest/parse.ts';

function values(text: string): unknown[] {
  return parseManifests(text).documents.map(({ body }) => body.value);
}

function only(text: string) {
  const [document, ...more] = parseManifests(text).documents;
  if (!document || more.length > 0) throw new Error('not one document');
  return document.body;
}

function problems(text: string): string[] {
  return only(text).problems.map(({ kind, code, path }) => [kind, code, ...path].join(' '));
}

describe('a file of several documents', () => {
  it.each([
    ['a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['---\na: 1\n', [{ a: 1 }]],
    ['--- # first\na: 1\n---\n', [{ a: 1 }]],
    ['# only a comment\n---\n\n---\na: 1\n', [{ a: 1 }]],
    ['a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
    ['a: |\n  x\n  ---\n', [{ a: 'x\n---\n' }]],
    ['a: 1\n...\nb: [\n', [{ a: 1 }]],
    ['--- {a: 1}\n', [{ a: 1 }]],
    ['{"a": "}{"}\n{"b": {}} {"c": 3}\n', [{ a: '}{' }, { b: {} }, { c: 3 }]],
    ['{"a": 1}\n---\n{"b": 2}{"c": 3}', [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ["{a: '}{', b: [{}, {}]}\n", [{ a: '}{', b: [{}, {}] }]],
    ['\ufeff---\na: 1\n', [{ a: 1 }]],
    ['\ufeff\ufeff---\nkind: a\n---\n\ufeffkind: b\n', [{ kind: 'a' }, { kind: 'b' }]],
    ['\ufeff\ufeffa: 1\n', [{ a: 1 }]],
    ['———\nkind: a\n–-–\n# second\n\nkind: b\n', [{ kind: 'a' }, { kind: 'b' }]],
    ['a: |\n  x\n  ———\n  kind: b\n', [{ a: 'x\n———\nkind: b\n' }]],
    ['a: "x\n———\ny"\n', [{ a: 'x ——— y' }]],
    ['', []],
    ['---', []],
  ])('%j holds %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('counts documents, not separators, and knows where each begins', () => {
    const text = '---\n# nothing\n---\na: 1\n---\nb: 2\n';
    expect(parseManifests(text).documents.map(({ index, start }) => [index, text.slice(start, start + 1)])).toEqual([
      [0, 'a'],
      [1, 'b'],
    ]);
  });

  it('goes on after a document that cannot be read', () => {
    expect(values('a: [\n---\nb: 2\n').at(-1)).toEqual({ b: 2 });
  });

  it('takes over what stood in a file before, and reads a document with the same text once', () => {
    const before = parseManifests('a: 1\n---\nb: 1\n');
    const after = parseManifests('x: 1\n---\nb: 1\n---\nb: 1\n', undefined, before);
    const [other, kept, again] = after.documents.map(({ body }) => body);
    expect(kept).toBe(before.documents[1]?.body);
    expect(again).toBe(kept);
    expect(other?.value).toEqual({ x: 1 });
  });
});

describe('values', () => {
  it.each([
    ['{"a": [1, true, null]}', { a: [1, true, null] }],
    ['1: a\ntrue: b\n1.5: c\nyes: d\n1e6: e\n', { 1: 'a', true: 'd', '1.5': 'c', '1e+06': 'e' }],
    ['a: &x {b: 1}\nc: *x\n', { a: { b: 1 }, c: { b: 1 } }],
    ['a: &x 1\nb: &x 2\nc: *x\n', { a: 1, b: 2, c: 2 }],
    ['a: &x {b: 1, c: 1}\nd:\n  <<: *x\n  e: 2\n', { a: { b: 1, c: 1 }, d: { b: 1, c: 1, e: 2 } }],
    ['a:\n  <<: [{b: 1}, {b: 2, c: 2}]\n', { a: { b: 1, c: 2 } }],
    ['a: "<<"\n"<<": 1\n', { a: '<<', '<<': 1 }],
    ['__proto__: 1\n', Object.defineProperty({}, '__proto__', { value: 1, enumerable: true })],
    ['a: "x\ny"\n', { a: 'x y' }],
    ['a: [1,\n2\n]\n', { a: [1, 2] }],
    ['a: [1,\n\t2]\n', { a: [1, 2] }],
  ])('of %j', (text, expected) => {
    expect(only(text).value).toEqual(expected);
  });

  it('keeps what stands before a lower indentation, as the server does', () => {
    expect(only('  a: 1\nb: 2\n')).toMatchObject({ value: { a: 1 }, problems: [{ kind: 'unread', range: { start: 7, end: 8 } }] });
  });

  it('reads a text as if it had no byte order mark', () => {
    expect(only('\ufeffa: 1\nb: 2\n').value).toEqual({ a: 1, b: 2 });
  });
});

describe('as the library under the API server reads it', () => {
  it.each([
    ['a: 1\rb: 2\r', { a: 1, b: 2 }, 'lone carriage returns end lines'],
    ['a: 1\r\r\nb: 2\r\r\n', { a: 1, b: 2 }, 'so do two of them and a line feed'],
    ['\ufeffa: 1\n---\n\ufeffb: 2\n', { a: 1 }, 'a mark at the beginning is nothing'],
    ['!!merge <<: {a: 1}\nb: 2\n', { a: 1, b: 2 }, 'a merge may have its tag'],
    ['a: 1\n...\n}{\n', { a: 1 }, 'nothing is read behind three dots'],
    ['a: [b, ?c, {?d: e}]\n', { a: ['b', { c: null }, { d: 'e' }] }, 'a question mark between brackets begins a key'],
    ['a: {b:, c: d}\ne: [f:, g:]\n', { a: { 'b:': null, c: 'd' }, e: ['f:', 'g:'] }, 'a colon before a comma or a bracket is text'],
    ['a: {"b":, c: , d: }\n', { a: { b: null, c: null, d: null } }, 'it is none behind quotes, or before a blank'],
  ])('%j: %s', (text, value, _why) => {
    const [document] = parseManifests(text).documents;
    expect(document?.body.value).toEqual(value);
    expect(document?.body.problems.filter(({ kind }) => kind !== 'unread')).toEqual([]);
  });

  it.each([
    ['a: &x.y 1\n', 'yaml-anchor-name'],
    ['\t\na: 1\n', 'yaml-tab-indentation'],
    ['# x\n \t# y\na: 1\n', 'yaml-tab-indentation'],
    ['? a\n:\t\n  - 1\n', 'yaml-tab-indentation'],
    ['a: {b: w?}\n', 'yaml-syntax'],
    ['a: {b: ?w}\n', 'yaml-syntax'],
    ['a: "\\ud83d\\ude00"\n', 'yaml-escape'],
    ['{a: "b\\/c"}\n', 'yaml-escape'],
    ['%YAML 1.1\n%YAML 1.1\n---\na: 1\n', 'yaml-directive'],
    ['%YAML 1.2\r\n---\r\na: 1\r\n', 'yaml-directive'],
    ['a: 1\r---\rb: 2\r', 'yaml-separator-not-read'],
    ['a: 1\n\x85---\x85b: 2\n', 'yaml-separator-not-read'],
    ['a: 1\n... # end\n\n# more\nb: 2\n', 'yaml-behind-end'],
    ['a: 1\n...\n\ufeffb: 2\n', 'yaml-behind-end'],
    ['a: 1\n...\n\ufeff# more\n\ufeff\nb: 2\n', 'yaml-behind-end'],
    ['a: 1\n−−−\nkind: b\n', 'yaml-separator-misread'],
    ['a: 1\n\ufeff---\nkind: b\n', 'yaml-separator-misread'],
    ['# a\n\ufeffkind: b\n', 'yaml-control-character'],
    ['---\n\ufeffkind: b\n', 'yaml-control-character'],
    ['# note\r---\ra: 1\u2028---\u2028b: 2\n', 'yaml-separator-not-read'],
  ])('%j is no YAML for it', (text, code) => {
    expect(parseManifests(text).documents.flatMap(({ body }) => body.problems.map((problem) => problem.code))).toEqual([code]);
  });

  it('JSON may escape slashes and halves of pairs', () => {
    expect(only('{"a": "b\\/c\\ud83d\\ude00"}').problems).toEqual([]);
  });
});

describe('problems', () => {
  it.each([
    ['a: 1\na: 2\n', 'duplicate-key yaml-duplicate-key a'],
    ['a:\n  b: 1\n  <<: {b: 2}\n', 'duplicate-key yaml-duplicate-key a b'],
    ['a: *x\n', 'not-yaml yaml-unknown-anchor a'],
    ['a: &x [*x]\n', 'not-yaml yaml-anchor-in-itself a 0'],
    ['a: {<<: 1}\n', 'not-yaml yaml-merge a'],
    ['? [a]\n: 1\n', 'not-yaml yaml-key'],
    ['~: 1\n', 'unreadable yaml-key'],
    ['18446744073709551615: 1\n', 'unreadable yaml-key'],
    ['a: .nan\n', 'unreadable yaml-not-a-number a'],
    ['a: !!int x\n', 'not-yaml yaml-tag-mismatch a'],
    ['%YAML 1.2\n---\na: 1\n', 'not-yaml yaml-directive'],
    ['a: "\u0007"\n', 'not-yaml yaml-control-character'],
    ['a: "x\\/y"\n', 'not-yaml yaml-escape'],
    ['a:\n\tb: 1\n', 'not-yaml yaml-tab-indentation'],
    ['a:\n-\tb\n', 'not-yaml yaml-tab-indentation'],
    ['a: {b\n c: d}\n', 'not-yaml yaml-syntax'],
    ['a: [:b]\n', 'not-yaml yaml-syntax'],
    ['a: [b\n\t]\n', 'not-yaml yaml-tab-indentation'],
    ['a: 1\n\t\nb: 2\n', 'not-yaml yaml-tab-indentation'],
    ['a: "x"\n \t # note\nb: 2\n', 'not-yaml yaml-tab-indentation'],
  ])('%j has %j', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  it.each([
    'a: 1\nb: 1\n',
    '"1": a\n1: b\n',
    '%YAML 1.1\n---\na: 1\n',
    'a:\tb\n',
    'a: b\t\n',
    'a: b\t# note\n',
    'a: 1\n  \t# note\nb: 2\n',
    'a: |\n  x\n  \ty\n',
  ])('%j has none', (text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['5 MiB', `a: 1 #${'x'.repeat(5 * 2 ** 20 - 6)}`, []],
    ['more', `a: 1 #${'x'.repeat(5 * 2 ** 20 - 5)}`, ['not-yaml yaml-too-large']],
    ['500 lists', `${'['.repeat(500)}${']'.repeat(500)}`, []],
    ['501 lists', `${'['.repeat(501)}${']'.repeat(501)}`, ['not-yaml yaml-too-deep']],
    ['501 maps of lines', Array.from({ length: 501 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''), ['not-yaml yaml-too-deep']],
  ])('of %s it is said that they are too much, or nothing', (_, text, expected) => {
    expect(problems(text).map((problem) => problem.replace(/ a\b.*/, ''))).toEqual(expected);
  });

  it('stops at aliases that stand for millions of values', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(', ')}]`);
    expect(problems(['a0: &a0 [x]', ...lines].join('\n'))[0]).toContain('yaml-too-many-aliases');
  });

  it.each(['', 'x: *a\n', 'x: {\n}\n', 'x: "\\/"\n', 'x: y\n\t\n'])('survives thousands of maps inside each other before %j', (end) => {
    const lines = Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('');
    expect(only(lines + end).problems.length).toBeGreaterThan(0);
  });

  it.each(['[', '{a: ', '- ', '? '])('survives %j nested deeper than the stack', (opening) => {
    expect(only(`a:\n  ${opening.repeat(100_000)}`).problems.length).toBeGreaterThan(0);
  });
});

describe('templates', () => {
  it.each([
    ['a: {{ .Values.a }}\n', true],
    ['a: "{{ x }}"\n', true],
    [`a: \${X}\n`, false],
  ])('%j is one: %j', (text, expected) => {
    expect(only(text).templated).toBe(expected);
  });
});

test('more objects of JSON behind each other than a call takes arguments', () => {
  expect(parseManifests('{"a":1}\n'.repeat(130_000)).documents.length).toBe(130_000);
});
