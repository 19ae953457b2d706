import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { causesAmong } from '../../../server/application/located-finding.ts';
import { fixAll } from '../../../server/language/code-actions/fix-all.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';
import { apply, shown } from '../../text.ts';

const right = jobWith('completions: 2');
const indented = (blank: string) => right.replace(/^ +/gm, ({ length }) => blank.repeat(length));

/** The errors of a text as people are told them, and the text after all fixes. */
function told(text: string) {
  const analysis = analysisOf(text, { advice: 'off' });
  return {
    errors: causesAmong(fileFindings(analysis)).map(({ finding, range, message }) => `${shown(text, range)} ${finding.code} ${message}`),
    mended: apply(text, fixAll(analysis)),
  };
}

const said = (name: string) => `unseen-blanks YAML takes ${name} for a letter, not for a blank: use spaces.`;

describe('blanks that YAML takes for letters are one finding, and the fix puts spaces in their place', () => {
  test.each([
    ['indent every line', indented('\u00a0'), `«\u00a0\u00a0name: hello» ${said('U+00A0 NO-BREAK SPACE')}`],
    ['of other kinds', indented('\u3000'), `«\u3000\u3000name: hello» ${said('U+3000 IDEOGRAPHIC SPACE')}`],
    ['indent one line', right.replace('  completions', '\u00a0 completions'), `«\u00a0 completions: 2» ${said('U+00A0 NO-BREAK SPACE')}`],
    [
      'part a key from its value',
      right.replace('completions: 2', 'completions:\u00a02'),
      `completions:«\u00a02» ${said('U+00A0 NO-BREAK SPACE')}`,
    ],
    ['stand behind a dash', right.replace('- ', '-\u00a0'), `«        -\u00a0name: main» ${said('U+00A0 NO-BREAK SPACE')}`],
  ])('%s', (_, text, expected) => {
    const { errors, mended } = told(text);
    expect([errors.map((one) => one.trim()), mended]).toEqual([[expected.trim()], right]);
  });

  test('not where they are part of a text, nor where something else is wrong', () => {
    const inText = right
      .replace('completions: 2', 'completions: -1')
      .replace('image: ', 'command: [sh, -c, "a\u00a0b"]\n          image: ');
    expect(told(inText).errors).toEqual([expect.stringContaining('number-negative')]);
    expect(told(`${right}# \u00a0note\n`).errors).toEqual([]);
    expect(told(right.replace('spec:', 'spec:\f')).errors).toEqual([expect.stringContaining('yaml-control-character')]);
  });
});
