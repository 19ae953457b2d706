import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fidelityPage } from '../../build/fidelity-page.mjs';

test('docs/fidelity.md has the numbers of what is recorded: npm run docs', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/fidelity.md'), 'utf8')).toBe(fidelityPage());
});
