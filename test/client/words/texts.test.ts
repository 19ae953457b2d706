import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';

const read = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8'));
const places = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();

describe('Korean', () => {
  it('has every text of the client and of the panel, with the same places to fill, and no other', () => {
    const source = globSync('client/**/*.{ts,tsx}').map((path) => readFileSync(path, 'utf8'));
    const used = new Set(source.flatMap((text) => [...text.matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, english = '']) => english)));
    const korean = read('client/words/korean.json');
    expect(used.size).toBeGreaterThan(30);
    expect(Object.keys(korean).sort()).toEqual([...used].sort());
    for (const [english, text] of Object.entries(korean)) {
      expect(places(text), english).toEqual(places(english));
      expect(text, english).toMatch(/[가-힣]/);
    }
  });

  it('has every text that the manifest contributes, and the manifest uses them all', () => {
    const english = read('package.nls.json');
    const korean = read('package.nls.ko.json');
    expect(Object.keys(korean).sort()).toEqual(Object.keys(english).sort());
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(english).sort());
  });
});
