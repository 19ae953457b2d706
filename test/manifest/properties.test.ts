import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ManifestFile } from '../../server/manifest/document.ts';
import { parseManifests } from '../../server/manifest/parse.ts';
import { judge } from '../../server/validation/judge/judge.ts';
import { readCases } from '../corpus/agreement.ts';
import { runs } from '../property-runs.ts';

const manifests = readCases('apiserver.jsonl')
  .filter((_, index) => index % 97 === 0)
  .map(({ yaml }) => yaml);

/** What people type, paste and leave half done. */
const pieces = fc.constantFrom(
  ...[
    'apiVersion: batch/v1\n',
    'kind: Job\n',
    'kind: CronJob\n',
    'spec:\n',
    '  template:\n',
    '    - ',
    ': ',
    '\n',
    '\n---\n',
    '\n...\n',
    '  ',
    '\t',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '{{ .x }}',
    '&a ',
    '*a',
    '<<: *a\n',
    '!!int ',
    '|\n',
    '>-\n',
    '# note',
    '%YAML 1.1\n',
    '? ',
    '- - ',
    '\r\n',
    '\ufeff',
  ],
  ...['yes', '012', '1e3', '.inf', '~', '\u0000', '\u2028', 'ä', '😀', '\ud800'],
);
const soup = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) }), {
  maxLength: 200,
});

const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert: fc.oneof(pieces, fc.string({ maxLength: 3 })) });

function verdict(file: ManifestFile) {
  return file.documents.map(({ index, start, body }) => [index, start, judge(body, { version: '1.37' })]);
}

describe('any text', () => {
  it('is read and judged, and every place in it is inside it', () => {
    fc.assert(
      fc.property(soup, (parts) => {
        const text = parts.join('');
        for (const { start, body } of parseManifests(text).documents) {
          expect(text.slice(start, start + body.text.length)).toBe(body.text);
          for (const { range } of body.problems)
            expect(0 <= range.start && range.start <= range.end && range.end <= body.text.length).toBe(true);
          for (const { findings } of judge(body, { version: '1.31' })) {
            for (const { at } of findings) {
              const range = body.valueRange(at.path) ?? body.keyRange(at.path);
              if (range) expect(0 <= range.start && range.start <= range.end && range.end <= body.text.length).toBe(true);
            }
          }
        }
      }),
      runs(500),
    );
  });

  it.each([
    ['one long line', 'x'.repeat(100_000)],
    ['one long list', `kind: Job\na: [${'1,'.repeat(50_000)}]`],
    ['keys without values', 'a:\n'.repeat(33_000)],
    ['quotes that never end', `kind: Job\na: ${'"x\n'.repeat(25_000)}`],
    ['lines between two indentations', 'kind: Job\nspec:\n'.concat(' a\n  b: c\n'.repeat(10_000))],
    ['documents without end', `---\nkind: Job\n# ${'note '.repeat(16)}\n`.repeat(1_000)],
    ['separators alone', '---\n'.repeat(25_000)],
    ['anchors and aliases', Array.from({ length: 5_000 }, (_, index) => `a${index}: &a${index} [*a${Math.max(0, index - 1)}]\n`).join('')],
    ['comments', '# note\n'.repeat(14_000)],
  ])('of 100 kB gives a result: %s', (_, text) => {
    expect(() => verdict(parseManifests(text))).not.toThrow();
  });
});

describe('editing', () => {
  it('in small steps ends where reading afresh does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...manifests),
        fc.constantFrom(...manifests),
        fc.array(edit, { maxLength: 12 }),
        (first, second, edits) => {
          let text = `${first}---\n${second}`;
          let file = parseManifests(text);
          for (const { at, remove, insert } of edits) {
            const place = at % (text.length + 1);
            text = text.slice(0, place) + insert + text.slice(place + remove);
            file = parseManifests(text, file);
            expect(verdict(file)).toEqual(verdict(parseManifests(text)));
          }
        },
      ),
      runs(40),
    );
  });
});

describe('the order of keys', () => {
  it('never matters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...manifests), fc.infiniteStream(fc.nat()), (text, order) => {
        const value = parseManifests(text).documents[0]?.body.value;
        const shuffled = shuffle(value, () => order.next().value);
        expect(findingsOf(shuffled)).toEqual(findingsOf(value));
      }),
      runs(200),
    );
  });
});

function findingsOf(value: unknown): string[] {
  return judge({ value }, { version: '1.37' })
    .flatMap(({ findings }) => findings.map((finding) => JSON.stringify(finding)))
    .sort();
}

function shuffle(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, next));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => ({ key, entry: shuffle(entry, next), rank: next() }));
  return Object.fromEntries(entries.sort((a, b) => a.rank - b.rank).map(({ key, entry }) => [key, entry]));
}
