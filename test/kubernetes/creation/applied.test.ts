import { expect, test } from 'vitest';
import { applied } from '../../../server/kubernetes/creation/applied.ts';

const pod = (spec: object) => ({ spec: { template: { spec } } });
const names = (value: unknown) => JSON.stringify(value).match(/(?<="name":")[^"]+/g);

test.each([
  ['what the server filled in stays', { completions: 1 }, {}, { parallelism: 2 }, { completions: 1, parallelism: 2 }],
  ['what is no longer said goes', { completions: 3, suspend: false }, { completions: 3 }, {}, { suspend: false }],
  ['what is said again replaces', { completions: 3 }, { completions: 3 }, { completions: 4 }, { completions: 4 }],
  ['without a word on what was applied nothing goes', { completions: 3 }, undefined, {}, { completions: 3 }],
])('%s', (_what, live, last, written, expected) => {
  expect(applied('Job', { spec: live }, last && { spec: last }, { spec: written })).toEqual({ spec: expected });
});

test.each([
  ['a container that others put in keeps its place', ['proxy', 'main'], ['main'], ['main'], ['proxy', 'main']],
  ['one that is no longer said goes', ['main', 'old', 'proxy'], ['main', 'old'], ['main'], ['main', 'proxy']],
  ['a new one comes where it is said', ['main', 'proxy'], ['main'], ['first', 'main'], ['first', 'main', 'proxy']],
  ['their order is the manifest’s', ['a', 'b', 'proxy'], ['a', 'b'], ['b', 'a'], ['b', 'a', 'proxy']],
])('%s', (_what, live, last, written, expected) => {
  const containers = (list: readonly string[]) => pod({ containers: list.map((name) => ({ name })) });
  expect(names(applied('Job', containers(live), containers(last), containers(written)))).toEqual(expected);
});

test('lists without a key are replaced as a whole', () => {
  const command = (...words: string[]) => pod({ containers: [{ name: 'main', command: words, image: 'a' }] });
  const merged = applied('Job', command('a', 'b'), undefined, pod({ containers: [{ name: 'main', command: ['c'] }] }));
  expect(merged).toEqual(pod({ containers: [{ name: 'main', command: ['c'], image: 'a' }] }));
});
