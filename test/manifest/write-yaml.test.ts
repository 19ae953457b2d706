import { describe, expect, test } from 'vitest';
import { parseManifests } from '../../server/manifest/parse.ts';
import { rewriteYaml } from '../../server/manifest/write-yaml.ts';

const read = (text: string) => parseManifests(text).documents[0]?.body.value;

describe('a text written again', () => {
  const text = `# what we saw in March
run: { for: 5m } # five
actions:
  # the night shift
  - { at: 5, deletePod: 1 }
startAt: 2026-03-01T00:00:00Z
`;
  const before = { run: { for: '5m' }, actions: [{ at: 5, deletePod: 1 }], startAt: '2026-03-01T00:00:00Z' };

  test('keeps its comments, its order and its style, but for times, which YAML 1.1 and 1.2 read alike only in quotes', () => {
    const after = { ...before, run: { for: '5m', exit: 1 }, actions: [...before.actions, { at: 9, patch: { spec: { suspend: true } } }] };
    expect(rewriteYaml(text, before, after)).toBe(`# what we saw in March
run: { for: 5m, exit: 1 } # five
actions:
  # the night shift
  - { at: 5, deletePod: 1 }
  - at: 9
    patch:
      spec:
        suspend: true
startAt: "2026-03-01T00:00:00Z"
`);
  });
  test('loses what is to be there no more', () => {
    const written = rewriteYaml(text, before, { run: { for: 60 }, actions: [], startAt: before.startAt });
    expect(read(written)).toEqual({ run: { for: 60 }, actions: [], startAt: before.startAt });
    expect(written).toContain('{ for: 60 } # five');
  });
  test('is written anew where an alias stands for what is to differ', () => {
    const shared = 'run:\n  - &slow { for: 9 }\n  - *slow\n';
    const rewritten = rewriteYaml(shared, { run: [{ for: 9 }, { for: 9 }] }, { run: [{ for: 1 }, { for: 9 }] });
    expect(read(rewritten)).toEqual({ run: [{ for: 1 }, { for: 9 }] });
  });
  test('reads as it should also where only YAML 1.1 takes a number for octal', () => {
    expect(read(rewriteYaml('seed: 010\nstart: 1\n', { seed: 8, start: 1 }, { seed: 8, start: 2 }))).toEqual({ seed: 8, start: 2 });
  });
  test('begins below what is only a comment, and anew where it is no one document', () => {
    expect(rewriteYaml('# mine\n', {}, { start: 1 })).toBe('# mine\n\nstart: 1\n');
    expect(rewriteYaml('null\n', {}, { start: 1 })).toBe('start: 1\n');
    expect(rewriteYaml('start: 1\n---\nstart: 2\n', { start: 1 }, { start: 3 })).toBe('start: 3\n');
  });
});
