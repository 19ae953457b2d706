import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { causesAmong } from '../../../server/application/located-finding.ts';
import { fixAll } from '../../../server/language/code-actions/fix-all.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';
import { apply, shown } from '../../text.ts';

const right = jobWith('completions: 2');
const withColons = (colon: string, text = right) => text.replace(/: |:$/gm, colon);
const asItem = (text: string) => `apiVersion: v1\nkind: List\nitems:\n${text.replace(/^/gm, '    ').replace('    ', '  - ').trimEnd()}\n`;

function told(text: string) {
  const analysis = analysisOf(text, { advice: 'off' });
  return {
    errors: causesAmong(fileFindings(analysis)).map(({ finding, range, message }) => `${shown(text, range)} ${finding.code} ${message}`),
    mended: apply(text, fixAll(analysis)),
  };
}

const colonMissing = (name: string) => [
  `«apiVersion» yaml-colon-missing A colon is missing behind apiVersion<${name}>: put one there, and a blank before the value.`,
];

describe('a manifest without a colon that is one is told of by its first key, and the fix puts colons everywhere', () => {
  test.each([
    ['without blanks', withColons('\uff1a'), 'U+FF1A FULLWIDTH COLON', right],
    ['with blanks', withColons('\u2236 '), 'U+2236 RATIO', right],
    ['behind another document', `kind: ConfigMap\n---\n${withColons('\ufe55')}`, 'U+FE55 SMALL COLON', `kind: ConfigMap\n---\n${right}`],
    ['in a List', asItem(withColons('\uff1a')), 'U+FF1A FULLWIDTH COLON', asItem(right)],
    ['a whole List', withColons('\uff1a', asItem(right)), 'U+FF1A FULLWIDTH COLON', asItem(right)],
    ['behind a comment', `# note\uff1a this\n${withColons('\uff1a')}`, 'U+FF1A FULLWIDTH COLON', `# note\uff1a this\n${right}`],
  ])('%s', (_, text, name, whole) => {
    const { errors, mended } = told(text);
    expect(errors.map((one) => one.replace(/^.*(?=«)/, '').replace(/».*? yaml/, '» yaml'))).toEqual(colonMissing(name));
    expect(mended.replaceAll(/[ \t]+$/gm, '')).toBe(whole);
  });

  test.each([
    ['of another kind', withColons('\uff1a', right.replace('batch/v1', 'apps/v1').replace('Job', 'Deployment'))],
    ['prose', 'note\uff1aa Job\nkinds\uff1amany\n'],
    ['text in quotes', '"apiVersion\uff1abatch/v1\n  kind\uff1aJob"\n'],
    ['a text of something else', 'kind: ConfigMap\ndata:\n  a:\n    apiVersion\uff1abatch/v1\n    kind\uff1aJob\n'],
  ])('but not %s', (_, text) => {
    expect(told(text).errors).toEqual([]);
  });
});

describe('a sign that is no colon is told of where fields are wanted, and the fix puts colons there', () => {
  test.each([
    ['one field', right.replace(/name: (\S+)/, 'name\uff1a$1'), 'name<U+FF1A FULLWIDTH COLON>'],
    ['several fields', right.replace(/name: (\S+)/, 'name\ufe55$1\n  namespace\ufe55a'), 'name<U+FE55 SMALL COLON>'],
    ['an item', `${right}          env:\n            - name\u2236A\n`, 'name<U+2236 RATIO>'],
  ])('%s', (_, text, name) => {
    const { errors, mended } = told(text);
    expect(errors).toEqual([expect.stringContaining(`yaml-colon-missing A colon is missing behind ${name}: put one there`)]);
    expect(mended).toBe(text.replace(/[\uff1a\ufe55\u2236]/g, ': '));
  });

  test('but not in a text', () => {
    expect(told(right.replace('metadata:', 'metadata:\n  annotations:\n    a:\n      note\uff1aone')).errors).toEqual([]);
  });
});

describe('a line that only looks like a separator is told of, and the fix makes one of it', () => {
  const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';

  test.each([
    ['−−−', 'U+2212 MINUS SIGN'],
    ['———', 'U+2014 EM DASH'],
    ['–-', 'U+2013 EN DASH'],
    ['－－－', 'U+FF0D FULLWIDTH HYPHEN-MINUS'],
    ['━━━', 'U+2501 BOX DRAWINGS HEAVY HORIZONTAL'],
    ['\u200b---', 'U+200B ZERO WIDTH SPACE'],
  ])('%s', (line, name) => {
    for (const [first, second] of [
      [right, right],
      [other, right],
      [right, other],
    ]) {
      const { errors, mended } = told(`${first}${line}\n${second}`);
      expect(errors).toEqual([expect.stringMatching(new RegExp(`yaml-separator-misread .*: it holds ${name.replace('+', '\\+')}, but`))]);
      expect(mended).toBe(`${first}---\n${second}`);
    }
  });

  test('but not among documents of others, nor before text', () => {
    expect(told(`${other}———\n${other}`).errors).toEqual([]);
    expect(told(`${right}---\n# a\n———\nsome text\n`).errors).toEqual([]);
  });
});

describe('a kind in letters that look like others is told of', () => {
  test.each([
    ['both values', right.replace('Job', 'J\u043eb').replace('batch', 'b\u0430tch'), ['U+043E CYRILLIC SMALL LETTER O']],
    ['both keys', right.replace('kind', 'k\u200bind').replace('apiVersion', '\u0430piVersion'), ['U+0430', 'U+200B ZERO WIDTH SPACE']],
    ['keys in capitals', right.replace('kind', 'Kind').replace('apiVersion', 'APIVersion'), ['APIVersion', 'Kind']],
    ['full-width letters', right.replace('Job', '\uff2a\uff4f\uff42'), ['U+FF2A FULLWIDTH LATIN CAPITAL LETTER J']],
    ['tags', right.replace('Job', 'Job\u{e0041}'), ['U+E0041 TAG "A"']],
    ['in a List', asItem(right.replace('Job', 'J\u043eb').replace('batch', 'b\u0430tch')), ['U+043E CYRILLIC SMALL LETTER O']],
    ['JSON in curly quotes', '{“apiVersion”: “batch/v1”, “kind”: “Job”}', ['U+201C LEFT', 'U+201C LEFT']],
  ])('%s', (_, text, names) => {
    expect(told(text).errors).toEqual(names.map((name) => expect.stringContaining(name)));
  });

  test('but no settings of a program, which say no API', () => {
    expect(told('Kind: Job\nname: a\n').errors).toEqual([]);
  });
});

test.each([
  ['completions: 2\u00a0', 'U+00A0 NO-BREAK SPACE'],
  ['completions: \uff12', 'U+FF12 FULLWIDTH DIGIT TWO'],
  ['suspend: tru\u0435', 'U+0435 CYRILLIC SMALL LETTER IE'],
])('a message that quotes no value says what %j holds', (line, name) => {
  const { errors, mended } = told(jobWith(line));
  expect(errors).toEqual([expect.stringMatching(new RegExp(`not text\\. It holds ${name.replace('+', '\\+')}\\.$`))]);
  expect(told(mended).errors).toEqual([]);
});
