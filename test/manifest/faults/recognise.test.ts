import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { YAMLParseError } from 'yaml';
import { replaced } from '../../../server/manifest/faults/text-map.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { syntaxProblem } from '../../../server/manifest/syntax.ts';
import { textsIn } from '../../../server/messages/render.ts';
import { runs } from '../../property-runs.ts';

function bodyOf(text: string) {
  const [document] = parseManifests(text).documents;
  if (!document) throw new Error('no document');
  return document.body;
}

/** What is said, where, and what the first mend makes of the text. */
function faultIn(text: string) {
  const { problems } = bodyOf(text);
  const [problem] = problems;
  if (!problem) throw new Error('no problem');
  const { code, range, mends = [] } = problem;
  const [mend] = mends;
  return { code, at: text.slice(range.start, range.end), mended: mend && replaced(text, mend.edits), count: problems.length };
}

describe('what somebody wrote who wrote no YAML', () => {
  test.each([
    ['a: 1\nx: */10 * * * *\nb: 2\n', 'yaml-quotes-needed', '*/10 * * * *', 'a: 1\nx: "*/10 * * * *"\nb: 2\n'],
    ['s:\n  x: * * * * * # each minute\n', 'yaml-quotes-needed', '* * * * *', 's:\n  x: "* * * * *" # each minute\n'],
    ['x: @hourly\n', 'yaml-quotes-needed', '@hourly', 'x: "@hourly"\n'],
    ['x: %d "of" y\n', 'yaml-quotes-needed', '%d "of" y', `x: '%d "of" y'\n`],
    ['- `date`\n- b\n', 'yaml-quotes-needed', '`date`', '- "`date`"\n- b\n'],
    ['s: {x: */5 0,12 * * *, y: 1}\n', 'yaml-quotes-needed', '*/5 0,12 * * *', 's: {x: "*/5 0,12 * * *", y: 1}\n'],
    ['s: {x: @hourly}\n', 'yaml-quotes-needed', '@hourly', 's: {x: "@hourly"}\n'],
    ['s: [sh, "a: *", %d, b]\n', 'yaml-quotes-needed', '%d', 's: [sh, "a: *", "%d", b]\n'],
    ['{\n  "a": * * * * *,\n  "b": 1\n}\n', 'yaml-quotes-needed', '* * * * *', '{\n  "a": "* * * * *",\n  "b": 1\n}\n'],
    ['a: [b,, c]\nd: 1\n', 'yaml-syntax', ',', 'a: [b, c]\nd: 1\n'],
    ['x: *.example.com\n', 'yaml-quotes-needed', '*.example.com', 'x: "*.example.com"\n'],
    ['x: echo the time: now\n', 'yaml-colon-in-text', 'echo the time: now', 'x: "echo the time: now"\n'],
    ['x: error: it failed\n', 'yaml-colon-in-text', 'error: it failed', 'x: "error: it failed"\n'],
    ['metadata: name: a\nb: 1\n', 'yaml-two-keys', 'name', 'metadata:\n  name: a\nb: 1\n'],
    ['metadata: name: a\n    labels: {}\nb: 1\n', 'yaml-two-keys', 'name', 'metadata:\n    name: a\n    labels: {}\nb: 1\n'],
    ['- name: a image: b\n  x: 1\n', 'yaml-two-keys', 'image', '- name: a\n  image: b\n  x: 1\n'],
    ['name: "a b" image: c\r\n', 'yaml-two-keys', 'image', 'name: "a b"\r\nimage: c\r\n'],
    ['a: "foo\nb: 2\nc: 3\n', 'yaml-quote-open', '"foo', 'a: "foo"\nb: 2\nc: 3\n'],
    ['a: "foo\nb: "bar"\nc: 3\n', 'yaml-quote-open', '"foo', 'a: "foo"\nb: "bar"\nc: 3\n'],
    ["a: 'it's\nb: 2\n", 'yaml-quote-inside', "'it's", `a: "'it's"\nb: 2\n`],
    ['a: "say "hi" twice"\nb: 2\n', 'yaml-quote-inside', '"say "hi" twice"', `a: 'say "hi" twice'\nb: 2\n`],
    [`a: "* * * * *"'\nb: 2\n`, 'yaml-quote-inside', `"* * * * *"'`, 'a: "* * * * *"\nb: 2\n'],
    ['a: "\\d+"\nb: 1\n', 'yaml-syntax', '"\\d+"', "a: '\\d+'\nb: 1\n"],
    ['a: 1\ncompletions 5\nb: 2\n', 'yaml-colon-missing', 'completions', 'a: 1\ncompletions: 5\nb: 2\n'],
    ['a: 1\ncompletions\uff1a 5\nb: 2\n', 'yaml-colon-missing', 'completions', 'a: 1\ncompletions: 5\nb: 2\n'],
    ['a: 1\nkind\u2236Job\nb: 2\n', 'yaml-colon-missing', 'kind', 'a: 1\nkind: Job\nb: 2\n'],
    ['c:\n  — name: a\n    image: b\nd: 1\n', 'yaml-signs-misread', '—', 'c:\n  - name: a\n    image: b\nd: 1\n'],
    ['c:\n  - name: a\n  • name: сon # • a\n', 'yaml-signs-misread', '•', 'c:\n  - name: a\n  - name: сon # • a\n'],
    ['a: “it’s: b”\nc: 1\n', 'yaml-signs-misread', '“', 'a: "it\'s: b"\nc: 1\n'],
    ['{”k”:”J”,”m”:{”n”:”x”}}', 'yaml-signs-misread', '”', '{"k":"J","m":{"n":"x"}}'],
    ['a: [b, c］\nd: 1\n', 'yaml-signs-misread', '］', 'a: [b, c]\nd: 1\n'],
    ['a: b – c: d\n', 'yaml-colon-in-text', 'b – c: d', 'a: "b – c: d"\n'],
    ['a: 1\nresta\n', 'yaml-colon-missing', 'resta', 'a: 1\nresta:\n'],
    ['metadata\n  name: x\nb: 1\n', 'yaml-colon-missing', 'metadata', 'metadata:\n  name: x\nb: 1\n'],
    ['name:main\nb: 2\n', 'yaml-blank-behind-colon', 'name:', 'name: main\nb: 2\n'],
    ['c:\n  -name: a\n   image: b\n', 'yaml-blank-behind-dash', '-', 'c:\n  - name: a\n    image: b\n'],
    ['a: - b\n   - c\nd: 1\n', 'yaml-list-beside-key', '- b', 'a:\n   - b\n   - c\nd: 1\n'],
    ['a:\n  run: | echo\n  b: 1\n', 'yaml-block-header', 'echo', 'a:\n  run: |\n    echo\n  b: 1\n'],
    ['a: [b, "c]"\nd: 1\n', 'yaml-bracket-open', '[b, "c]"', 'a: [b, "c]"]\nd: 1\n'],
    ['a: {b: [1\nd: 1\n', 'yaml-bracket-open', '{b: [1', 'a: {b: [1]}\nd: 1\n'],
    ['a: b\n  kind: Job\n  spec:\n    c: 1\n', 'yaml-lines-too-far-right', 'kind: Job', 'a: b\nkind: Job\nspec:\n  c: 1\n'],
    ['s:\n  a: 1\n   b: 2\n  c: 3\n', 'yaml-lines-too-far-right', 'b: 2', 's:\n  a: 1\n  b: 2\n  c: 3\n'],
    ['c:\n  - name: a\n   image: b\n', 'yaml-column-right', 'image: b', 'c:\n  - name: a\n    image: b\n'],
    ['s:\n   a: 1\n  b: 2\n  c: 3\n', 'yaml-column-left', 'a: 1', 's:\n  a: 1\n  b: 2\n  c: 3\n'],
    ['c:\n  - a\n  b: 1\n', 'yaml-column-left', 'b: 1', 'c:\n  - a\nb: 1\n'],
    ['a:\n    c: 1\n\tb: 1\n', 'yaml-tab-indentation', '\t', 'a:\n    c: 1\n    b: 1\n'],
    ['a:\n\tb: |\n\t\tx\n', 'yaml-tab-indentation', '\t', 'a:\n  b: |\n    x\n'],
    ['a: "\u0007"\n', 'yaml-control-character', '\u0007', 'a: ""\n'],
    ['name :main\nb: 2\n', 'yaml-blank-behind-colon', 'name :', 'name: main\nb: 2\n'],
    ['dir:/tmp\nb: 2\n', 'yaml-blank-behind-colon', 'dir:', 'dir: /tmp\nb: 2\n'],
    ['dir = /tmp\nb: 2\n', 'yaml-colon-missing', 'dir', 'dir: /tmp\nb: 2\n'],
    ['a: [sh, "echo hi]\nb: 2\n', 'yaml-quote-open', '"echo hi', 'a: [sh, "echo hi"]\nb: 2\n'],
    ['"a: b\nc: 2\n', 'yaml-quote-open', '"a', '"a": b\nc: 2\n'],
    ['a: [sh, "echo "hi"", x]\nb: 2\n', 'yaml-quote-inside', '"echo "hi""', `a: [sh, 'echo "hi"', x]\nb: 2\n`],
    ['a: {b: {c: 1}}}\nd: 2\n', 'yaml-bracket-extra', '}', 'a: {b: {c: 1}}\nd: 2\n'],
    ['a: [{b: 1]\nd: 2\n', 'yaml-bracket-open', '[{b: 1]', 'a: [{b: 1}]\nd: 2\n'],
    ['a: |-text\nb: 2\n', 'yaml-block-header', 'text', 'a: |-\n  text\nb: 2\n'],
    ['a: 1\n// note\nb: 2\n', 'yaml-comment', '// note', 'a: 1\n# note\nb: 2\n'],
    ['a:\n  - b\n - c\n', 'yaml-column-right', '- c', 'a:\n  - b\n  - c\n'],
    ['{\n "a": 1\n "b": 2}\n', 'yaml-syntax', '"a": 1', '{\n "a": 1,\n "b": 2}\n'],
  ])('%j: %s', (text, code, at, mended) => {
    expect(faultIn(text)).toEqual({ code, at, mended, count: 1 });
    expect(bodyOf(mended).problems).toEqual([]);
    // What is read behind the fault is what the mended text says.
    expect(bodyOf(text).value).toEqual(bodyOf(mended).value);
  });

  test.each([
    ['an alias', 'a: &x 1\nb: *x\n'],
    ['a star in quotes', 'a: "* * *"\n'],
    ['colons in a script', 'a: |\n  b: c: d\n  "e\n'],
    ['text of several lines', 'a: "b\n  c"\nd: e\n  f\n'],
    ['a comment behind an apostrophe', "a: it's # isn't it: so\n"],
    ['brackets and quotes of several lines', 'a: [b, "c\n  d", \'e\']\nf: ["it\'s", \'"\']\n'],
    ['brackets of several lines', 'a: [b,\n  c]\nd: {\n  e: 1\n}\n'],
  ])('%s is no fault', (_, text) => {
    expect(bodyOf(text).problems).toEqual([]);
  });

  test('several faults are each told, and what stands between them is read', () => {
    const body = bodyOf('a: @x\nb: "c\nd: * * *\ne 5\nf: 1\n');
    expect(body.problems.map(({ code }) => code)).toEqual([
      'yaml-quotes-needed',
      'yaml-quote-open',
      'yaml-quotes-needed',
      'yaml-colon-missing',
    ]);
    expect(body.value).toEqual({ a: '@x', b: 'c', d: '* * *', e: 5, f: 1 });
    expect(body.reading).toBe('whole');
  });

  test('lines that cannot be read are left out, and the rest is read without them', () => {
    const body = bodyOf('a: 1\nb: &x &y 1\nc: 2\n');
    expect([body.value, body.reading]).toEqual([{ a: 1, c: 2 }, 'partial']);
  });
});

describe('the places of a mended text', () => {
  const text = 'a: 1\nx: * * *\nb:\n  c: 2\n';
  const body = bodyOf(text);
  const shown = (range?: { readonly start: number; readonly end: number }) => range && text.slice(range.start, range.end);

  test('are those of the text that is written', () => {
    expect([shown(body.keyRange(['x'])), shown(body.valueRange(['x'])), shown(body.valueRange(['b', 'c']))]).toEqual(['x', '* * *', '2']);
    expect(body.scalarSource(['x'])).toEqual({ text: '* * *', style: 'plain' });
    expect(body.pathAt(text.indexOf('c: 2'))).toMatchObject({ path: ['b', 'c'], onKey: true });
    expect(body.pathAt(text.indexOf('* * *') + 2)).toMatchObject({ path: ['x'], onKey: false });
    expect(body.children([]).map(({ key, value }) => [shown(key), shown(value)])).toEqual([
      ['a', '1'],
      ['x', '* * *'],
      ['b', 'c: 2\n'],
    ]);
  });
});

describe('no sentence of the library is ever shown', () => {
  const english = textsIn('en');
  const korean = textsIn('ko');
  /** Words of the library that none of our texts has. */
  const theirs =
    /must start at the same column|cannot be an empty|Implicit|not allowed in|Unexpected|Plain value cannot|Missing|indicator|Nested mappings|Not a YAML token/;
  const pieces = [
    ...'*&!|>%@`{}[],#?:-"\'\\'.split(''),
    ...[
      'a',
      'b: ',
      'c:\n',
      '\n',
      '\n  ',
      '\n    ',
      '- ',
      ' ',
      '\t',
      '---\n',
      '...\n',
      '!!',
      '&x ',
      '*x',
      '"d"',
      "'e'",
      '| ',
      '%YAML 1.1\n',
      '!<x',
      '\\q',
      '<<: ',
    ],
  ];

  /** As `errors.d.ts` of the library lists them. */
  const declared = readFileSync(new URL('../../../node_modules/yaml/dist/errors.d.ts', import.meta.url), 'utf8');
  const codes = [...(/type ErrorCode = ([^;]*);/.exec(declared)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, code]) => code ?? '');

  test('of whatever error it knows', () => {
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) {
      const error = Reflect.construct(YAMLParseError, [[0, 1], code, 'A sentence of the library']);
      const problem = syntaxProblem(error, 'a: 1');
      expect(Reflect.apply(english, undefined, [problem.code, problem.args])).not.toContain('library');
      expect(JSON.stringify(problem)).not.toContain('sentence');
    }
  });

  test('of whatever text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        for (const { body } of parseManifests(text).documents) {
          for (const { code, args, range, mends = [] } of body.problems) {
            const words: string = Reflect.apply(english, undefined, [code, args]);
            expect(words).not.toMatch(theirs);
            expect(Reflect.apply(korean, undefined, [code, args])).toMatch(/[가-힣]/);
            expect(range.start >= 0 && range.start <= range.end && range.end <= body.text.length).toBe(true);
            for (const { edits } of mends) expect(() => replaced(body.text, edits)).not.toThrow();
          }
        }
      }),
      runs(2000),
    );
  });
});
