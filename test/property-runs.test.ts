import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';

test('every property says how often it is tried, so that a quick run shortens it', () => {
  const counted = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
  const texts = globSync(['test/**/*.test.ts', '!test/vscode']).map((path) => [path, readFileSync(path, 'utf8')] as const);
  const properties = texts.filter(([, text]) => text.includes("from 'fast-check'"));
  expect(properties.length).toBeGreaterThan(15);
  const faults = properties.filter(([, text]) => {
    const [asserted, sampled, said] = [
      counted(text, /\bfc\.assert\(/g),
      counted(text, /\bfc\.sample\(/g),
      counted(text, /\bruns\([\w]*\)/g),
    ];
    // A sample may be of a size of its own.
    return said < asserted || said > asserted + sampled;
  });
  expect(faults.map(([path]) => path)).toEqual([]);
});
