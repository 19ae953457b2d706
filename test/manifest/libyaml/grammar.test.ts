import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { libyamlVerdict } from '../../../server/manifest/libyaml/grammar.ts';

/** Texts that go.yaml.in/yaml/v2 2.4.4 read, and others by what it said of them. */
const recorded: { readonly read: readonly string[]; readonly refused: Readonly<Record<string, readonly string[]>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../corpus/libyaml-verdicts.json'), 'utf8'),
);

describe('random texts have the verdict of the library under the API server', () => {
  const isRefused = (text: string) => libyamlVerdict(text).refused;

  test('which reads these', () => {
    expect(recorded.read.length).toBeGreaterThan(1000);
    expect(recorded.read.filter(isRefused)).toEqual([]);
  });

  test.each(Object.entries(recorded.refused))('which refuses these: %s', (_, texts) => {
    expect(texts.filter((text) => !isRefused(text))).toEqual([]);
  });
});

test.each([
  ['a: 1\n', 5],
  ['{a: 1}\n b: [', 8],
  ['a: 1\n...\n}{\n', 5],
  ['  a: 1\nb: 2: 3\n', 7],
  ['a: 1\n%YAML 1.1\n', 5],
])('%j is read up to %d: what follows has no part in it', (text, end) => {
  expect(libyamlVerdict(text)).toEqual({ refused: false, end });
});

test.each([
  ['a: 😀\n\tb: 1\n', 'tab', 6],
  ['a: "\\ud83d"\n', 'escape', 4],
  ['a: &x.y 1\n', 'anchor', 3],
  ['a: {b: ?c}\n', 'unexpected', 7],
  ['- a\nb: 1\n', 'dash', 4],
  ['%YAML 1.2\n---\na: 1\n', 'directive', 0],
] as const)('%j is refused: %s at %d', (text, problem, offset) => {
  expect(libyamlVerdict(text)).toEqual({ refused: true, problem, offset });
});
