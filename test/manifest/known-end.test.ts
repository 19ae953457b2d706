import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../server/manifest/body.ts';
import { compose } from '../../server/manifest/compose.ts';
import { valueWithKnownEnd } from '../../server/manifest/known-end.ts';
import { readPlainYaml } from '../../server/manifest/plain-yaml.ts';
import { readValue } from '../../server/manifest/read-value.ts';
import { runs } from '../property-runs.ts';

/** So long that the field that it stands in is worth keeping. */
const filler = `  filler: ${'x'.repeat(200)}\n`;

function specOf(name: string): string {
  return `spec:\n  name: ${name}\n  list:\n  - a\n\n  script: |\n    echo\n\n    # no comment\n${filler}`;
}

describe('the last field of documents, in the same words', () => {
  it('is one object, in places of its own', () => {
    const documents = [1, 2, 3, 4].map((at) => parseBody(`kind: Job\nmetadata:\n  name: job-${10 ** at}\n${specOf('one')}`));
    const specs = documents.map(({ value }) => (value as { readonly spec: object }).spec);
    expect(specs[3]).toBe(specs[2]);
    expect(specs[3]).toBe(specs[1]);
    expect(specs[1]).toBe(specs[0]);
    for (const document of documents) {
      const { text, value, problems, reading } = document;
      expect({ value, problems, reading }).toEqual({
        value: readValue(compose(text).root, new Map()).value,
        problems: [],
        reading: 'whole',
      });
      const range = document.valueRange(['spec', 'name']);
      expect(text.slice(range?.start, range?.end)).toBe('one');
    }
  });

  it.each([
    ['stands there twice', `spec: 1\n${specOf('twice')}`],
    ['has a fault above it', `a: [\n${specOf('fault')}`],
    ['has a repeated key above it', `a: 1\na: 2\n${specOf('repeated')}`],
    ['has a fault in it', `a: 1\n${specOf('fault within')}  b:: [\n`],
    ['has a repeated key in it', `a: 1\n${specOf('repeated within')}  name: two\n`],
    ['follows an indented one', `  a: 1\n${specOf('indented')}`],
    ['follows a list', `- a\n${specOf('list')}`],
    ['follows braces', `{a: 1}\n${specOf('braces')}`],
    ['follows a separator', `---\na: 1\n${specOf('separator')}`],
    ['has a key that is read as another word', `a: 1\n${specOf('yes').replace('spec', 'yes')}`],
    ['is short', 'a: 1\nspec:\n  a: 1\n'],
    ['is all there is', specOf('all')],
    ['is followed by a comment in the first column', `a: 1\n${specOf('comment')}# end\n`],
  ])('is read with its document where it %s', (_, text) => {
    expect([1, 2].map(() => parseBody(text).reading)).toHaveLength(2);
    expect(valueWithKnownEnd(text)).toBeUndefined();
  });

  it('between braces is not the same as one below', () => {
    const words = `spec:\n  ${'x'.repeat(200)}}\n`;
    expect(parseBody(`{a: 1,\n${words}`).value).toEqual({ a: 1, spec: 'x'.repeat(200) });
    expect(parseBody(`a: 1\n${words}`).value).toEqual({ a: 1, spec: `${'x'.repeat(200)}}` });
  });

  it('is read as the document as a whole is read', () => {
    const scalar = fc.constantFrom(
      'a',
      'a b',
      '"q"',
      '-1',
      '1e3',
      '',
      '|',
      '|+',
      '|-',
      '[x, y]',
      '{a: b}',
      '[',
      '# c',
      'a: b',
      '.nan',
      '~',
    );
    const line = (deepest: number) =>
      fc
        .tuple(
          fc.integer({ min: 0, max: deepest }),
          fc.constantFrom('k: ', 'l: ', 'spec: ', 'm:', '- ', '- k: ', '-', '', '# ', '__proto__: ', '1: '),
          scalar,
        )
        .map(([depth, head, value]) => `${' '.repeat(depth)}${head}${value}\n`);
    const text = fc
      .tuple(fc.array(line(2), { maxLength: 4 }), fc.array(line(3), { maxLength: 5 }), fc.constantFrom('', filler))
      .map(([above, within, end]) => `${above.join('')}spec:\n${filler}${within.map((one) => `  ${one}`).join('')}${end}`);
    fc.assert(
      fc.property(text, (text) => {
        const root = readPlainYaml(text);
        if (!root) return;
        const { value, problems } = readValue(root, new Map());
        expect(parseBody(text).value).toEqual(value);
        const known = valueWithKnownEnd(text);
        if (!known) return;
        expect([JSON.stringify(known), known]).toEqual([JSON.stringify(value), value]);
        expect(problems).toEqual([]);
      }),
      runs(10_000),
    );
  });
});
