import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIgnores } from '../../server/manifest/ignores.ts';
import { runs } from '../property-runs.ts';

/** Of each line, counted from 0, whether the rules `one` and `two` are ignored there: `1`, `2`, `12` or nothing. */
function ignored(text: string): string {
  const ignores = readIgnores(text);
  const lines = text
    .split('\n')
    .map((_, line) => (ignores.isIgnored('one', line) ? '1' : '') + (ignores.isIgnored('two', line) ? '2' : ''));
  return lines.join('|');
}

test.each([
  ['a: 1\nb: 2', '|'],
  ['a: 1 # kubejob-ignore one\nb: 2', '1|'],
  ['a: 1 # kubejob-ignore one, two\nb: 2', '12|'],
  ['a: 1 # kubejob-ignore one two\nb: 2', '12|'],
  ['# kubejob-ignore one\na: 1\nb: 2', '|1|'],
  ['  # kubejob-ignore one\n\n  # a word\n  # kubejob-ignore two\n  a: 1 # kubejob-ignore three\nb: 2', '||||12|'],
  ['a: 1 # kubejob-ignore\nb: 2', '12|'],
  ['a: 1\nb: 2 # kubejob-ignore-file two', '2|2'],
  ['# kubejob-ignore-file\na: 1', '12|12'],
  ['a: 1 # kubejob-ignore: one: we keep these two\nb: 2', '1|'],
  ['a: 1 # kubejob-ignore one -- two is another matter\nb: 2', '1|'],
  ['a: 1 # kubejob-ignored one\nb: 2 # kubejob-ignore-files two', '|'],
  ['a: 1#kubejob-ignore one\nb: 2', '|'],
  ['a: 1 # kubejob-ignore one\r\nb: 2\r', '1|'],
  ['# kubejob-ignore one', ''],
])('%j', (text, expected) => expect(ignored(text)).toBe(expected));

test('any text is read', () => {
  const piece = fc.constantFrom('# kubejob-ignore', '-file', ' one', ',', ':', ' -- ', '\n', '\r', 'a: 1', '#', ' ');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => typeof ignored(pieces.join('')) === 'string'),
    runs(),
  );
});
