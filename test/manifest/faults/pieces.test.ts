import { describe, expect, test } from 'vitest';
import { piecesOf } from '../../../server/manifest/faults/pieces.ts';
import { replaced } from '../../../server/manifest/faults/text-map.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';
import { readCases } from '../../corpus/agreement.ts';
import { jobWith, listOf } from '../../manifests.ts';

const problemsOf = (text: string) => parseManifests(text).documents.flatMap(({ body }) => body.problems);

/** A List of so many Jobs, with a number in each. */
const jobs = (count: number, container: (at: number) => string) =>
  listOf(...Array.from({ length: count }, (_, at) => jobWith({ metadata: `name: job-${at}`, container: container(at) })));

describe('a large text', () => {
  test('is cut into pieces that are YAML by themselves', () => {
    const sound = readCases('apiserver.jsonl').filter(
      ({ accepted, yaml }) => accepted && /^[a-z]/.test(yaml) && !/^---|^\.\.\.|^%|\t/m.test(yaml),
    );
    const text = listOf(...sound.slice(0, 600).map(({ yaml }) => yaml));
    const pieces = piecesOf(text);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(pieces.filter(({ start, end }) => problemsOf(text.slice(start, end)).length > 0)).toEqual([]);
  });

  test('is not cut within text or brackets of several lines', () => {
    const long = `args:\n  - "a\n    b: c\n    ${'x'.repeat(90)}\n    - d"\n  - [e,\n    "f: g",\n    h]\n  - |\n    i: j\n    - k\n`;
    const texts = Array.from({ length: 15 }, (_, padding) => `# ${'x'.repeat(29 * padding)}\n${jobs(120, () => long)}`);
    for (const text of texts) {
      const pieces = piecesOf(text);
      expect(pieces.length).toBeGreaterThan(2);
      expect(pieces.filter(({ start, end }) => problemsOf(text.slice(start, end)).length > 0)).toEqual([]);
    }
  });

  test.each([100, 1500])('of %d Jobs has all its faults told, each with what mends it, and is read', (count) => {
    const text = jobs(count, (at) => (at % 40 === 7 && at < 400 ? 'args: [@a]' : 'args: [a]'));
    const [document] = parseManifests(text).documents;
    const problems = document?.body.problems ?? [];
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: count === 100 ? 3 : 10 }, () => 'yaml-quotes-needed'));
    expect(document?.body.reading).toBe('whole');
    const edits = problems.flatMap(({ mends = [] }) => mends.flatMap((mend) => mend.edits));
    expect(replaced(text, edits)).toBe(text.replaceAll('@a', '"@a"'));
    expect(document?.body.valueRange(['items', count - 1, 'metadata', 'name'])).toEqual({
      start: text.lastIndexOf(`job-${count - 1}`),
      end: text.lastIndexOf(`job-${count - 1}`) + `job-${count - 1}`.length,
    });
  });

  test('that cannot be read tells what is known of it', () => {
    const text = jobs(200, (at) => (at === 3 ? 'args: [@a]' : 'args: [a]')).replace('name: job-150', 'name: &a &b job-150');
    expect(problemsOf(text)[0]?.code).toBe('yaml-quotes-needed');
  });
});
