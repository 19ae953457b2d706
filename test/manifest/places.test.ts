import { describe, expect, it } from 'vitest';
import type { ManifestBody, Range } from '../../server/manifest/document.ts';
import { parseManifests } from '../../server/manifest/parse.ts';
import type { NodePath } from '../../server/plain/node-path.ts';

function read(text: string): ManifestBody {
  const body = parseManifests(text).documents[0]?.body;
  if (!body) throw new Error('no document');
  return body;
}

/** The text at a range, or what stands for none. */
function at(body: ManifestBody, range: Range | undefined): string | undefined {
  return range && body.text.slice(range.start, range.end);
}

const manifest = read(`kind: Job
metadata: {name: hello, labels: {a: "1"}}
spec:
  list:
    - name: first
      value: 'x'
    - second
    - [1, {deep: yes}]
  empty:
  text: |
    some
    lines
`);

describe('places', () => {
  it.each<[NodePath, string | undefined, string | undefined]>([
    [['kind'], 'kind', 'Job'],
    [['metadata', 'name'], 'name', 'hello'],
    [['metadata', 'labels', 'a'], 'a', '"1"'],
    [['spec', 'list', 0, 'value'], 'value', "'x'"],
    [['spec', 'list', 0], 'name', "name: first\n      value: 'x'\n"],
    [['spec', 'list', 1], 'second', 'second'],
    [['spec', 'list', 2, 0], '1', '1'],
    [['spec', 'list', 2, 1, 'deep'], 'deep', 'yes'],
    [['spec', 'list', 3], undefined, undefined],
    [['spec', 'text'], 'text', '|\n    some\n    lines\n'],
    [['nope'], undefined, undefined],
    [['kind', 'deeper'], undefined, undefined],
  ])('%j: key %j, value %j', (path, key, value) => {
    expect(at(manifest, manifest.keyRange(path))).toBe(key);
    expect(at(manifest, manifest.valueRange(path))?.trim()).toBe(value?.trim());
  });

  it('follows aliases and merges to what they stand for', () => {
    const body = read('a: &x\n  b: one\nc: *x\nd:\n  <<: *x\n  e: two\n');
    expect(at(body, body.valueRange(['c']))).toBe('*x');
    expect(at(body, body.valueRange(['c', 'b']))).toBe('one');
    expect(at(body, body.valueRange(['d', 'b']))).toBe('one');
    expect(at(body, body.valueRange(['d', 'e']))).toBe('two');
  });

  it('shows the last of equal keys, whose value counts, and keys that are numbers', () => {
    const body = read('a: 1\na: 2\n012: 3\n');
    expect(body.valueRange(['a'])).toEqual({ start: 8, end: 9 });
    expect(at(body, body.keyRange(['10']))).toBe('012');
  });

  it('counts from the document', () => {
    const [, second] = parseManifests('a: 1\n---\nb: 2\n').documents;
    expect([second?.start, second?.body.valueRange(['b'])]).toEqual([9, { start: 3, end: 4 }]);
  });
});

describe('the source of a scalar', () => {
  it.each<[NodePath, object | undefined]>([
    [['kind'], { text: 'Job', style: 'plain' }],
    [['metadata', 'labels', 'a'], { text: '"1"', style: 'double-quoted' }],
    [['spec', 'list', 0, 'value'], { text: "'x'", style: 'single-quoted' }],
    [['spec', 'text'], { text: '|\n    some\n    lines\n', style: 'block' }],
    [['spec', 'list'], undefined],
    [['nope'], undefined],
  ])('at %j', (path, source) => {
    expect(manifest.scalarSource(path)).toEqual(source);
  });
});

describe('the path at an offset', () => {
  it.each([
    ['ki|nd: Job\n', ['kind'], true],
    ['kind: J|ob\n', ['kind'], false],
    ['spec:\n  a|: 1\n', ['spec', 'a'], true],
    ['spec:\n  a: 1|\n  b: 2\n', ['spec', 'a'], false],
    ['list:\n  - x\n  - y|\n', ['list', 1], false],
    ['list:\n  - na|me: x\n', ['list', 0, 'name'], true],
    ['a: {b: c|}\n', ['a', 'b'], false],
    ['|a: 1\n', ['a'], true],
  ])('%j', (marked, path, onKey) => {
    expect(read(marked.replace('|', '')).pathAt(marked.indexOf('|'))).toMatchObject({ path, onKey });
  });
});

describe('children', () => {
  it.each<[NodePath, readonly (string | number)[]]>([
    [[], ['kind', 'metadata', 'spec']],
    [['metadata', 'labels'], ['a']],
    [
      ['spec', 'list'],
      [0, 1, 2],
    ],
    [['spec', 'text'], []],
    [['nope'], []],
  ])('of %j', (path, segments) => {
    const children = manifest.children(path);
    expect(children.map(({ segment }) => segment)).toEqual(segments);
    for (const { segment, key, value } of children) {
      expect([key, value]).toEqual([manifest.keyRange([...path, segment]), manifest.valueRange([...path, segment])]);
    }
  });

  it('are those written there, not what is merged in or stands for something', () => {
    const body = read('a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2\n');
    expect(body.children(['c'])).toEqual([]);
    expect(body.children(['d']).map(({ segment }) => segment)).toEqual(['e']);
  });
});
