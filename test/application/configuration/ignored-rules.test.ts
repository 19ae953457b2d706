import { expect, test } from 'vitest';
import { readConfiguration } from '../../../server/application/configuration/configuration.ts';
import { rulesIgnoredIn } from '../../../server/application/configuration/ignored-rules.ts';

const ignored = (text: string, path: string) => rulesIgnoredIn(path, readConfiguration(text).ignore);

test.each<[entries: string, path: string, rules: string[]]>([
  ['[image-latest]', 'a/b.yaml', ['image-latest']],
  ['[image-latest, {rule: many-retries}]', 'b.yaml', ['image-latest', 'many-retries']],
  ['[{rule: [a-b, c-d], files: a}]', 'a/b/c.yaml', ['a-b', 'c-d']],
  ['[{rule: a-b, files: [x.yaml, "b*.yaml"]}]', 'a/b1.yaml', ['a-b']],
  ['[{rule: a-b, files: a/*.yaml}]', 'a/b.yaml', ['a-b']],
  ['[{rule: a-b, files: a/*.yaml}]', 'a/b/c.yaml', []],
  ['[{rule: a-b, files: a/*.yaml}]', 'z/a/b.yaml', []],
  ['[{rule: a-b, files: "a/**/c.yaml"}]', 'a/c.yaml', ['a-b']],
  ['[{rule: a-b, files: "a/**"}]', 'a/b/c.yaml', ['a-b']],
  ['[{rule: a-b, files: /b.yaml}]', 'a/b.yaml', []],
  ['[{rule: a-b, files: /b.yaml}]', 'b.yaml', ['a-b']],
  ['[{rule: a-b, files: b?.yaml}]', 'b.yaml', []],
  ['[{rule: a-b, files: "b(1).yaml"}]', 'b(1).yaml', ['a-b']],
  ['[{files: legacy/}]', 'x/legacy/b.yaml', ['*']],
  ['[{files: legacy/}]', 'legacy.yaml', []],
  ['[{rule: a-b, files: []}]', 'b.yaml', []],
  ['[{rule: 7}, {}, 8, [a-b]]', 'b.yaml', []],
  ['image-latest', 'b.yaml', []],
])('ignore: %s in %s', (entries, path, rules) => {
  expect(ignored(`ignore: ${entries}\n`, path)).toEqual(rules);
});

test('nothing is ignored where nothing can be read', () => {
  for (const text of ['', 'ignore', '[', 'rules: {}']) expect(ignored(text, 'b.yaml')).toEqual([]);
});
