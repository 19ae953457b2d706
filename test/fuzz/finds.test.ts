import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../property-runs.ts';
import { targets } from './targets.ts';

const folder = new URL('finds/', import.meta.url);
const finds = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('what fuzzing found', () => {
  test.each(finds)('%s', async (name) => {
    const { target: wanted, input } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    const target = targets.find((one) => one.name === wanted);
    expect(target).toBeDefined();
    await target?.holds(input);
  });
});

describe('what fuzzing tries, a few times', () => {
  test.each(targets)('$name', async ({ inputs, holds }) => {
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => holds(input)),
      { ...runs(15), seed: 12 },
    );
  });
});
