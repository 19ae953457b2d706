import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manifestsAt } from '../../server/files/manifests-at.ts';
import { folderWith } from '../folder-with.ts';
import { runs } from '../property-runs.ts';

/** A repository with these files. */
function repositoryWith(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({});
  spawnSync('git', ['init', '-q', folder]);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const foundIn = (folder: string, gitignore = true) => manifestsAt([folder], { gitignore }).files.map(({ file }) => relative(folder, file));

describe('folders leave out what git ignores', () => {
  const folder = repositoryWith({
    '.gitignore': 'build/\n*.gen.yaml\n!keep.gen.yaml\n/top.yaml\n',
    '.git/info/exclude': 'excluded.yaml\n',
    'deep/.gitignore': '!own.gen.yaml\nlocal.yaml\n',
    ...Object.fromEntries(
      ['a', 'build/b', 'x.gen', 'keep.gen', 'top', 'excluded', 'deep/top', 'deep/own.gen', 'deep/other.gen', 'deep/local'].map((name) => [
        `${name}.yaml`,
        '',
      ]),
    ),
  });

  test('by all its lists, the innermost of which decides', () => {
    expect(foundIn(folder)).toEqual(['a.yaml', 'deep/own.gen.yaml', 'deep/top.yaml', 'keep.gen.yaml']);
  });

  test('unless it is asked for: all of them, a file by its name, what is in an ignored folder', () => {
    expect(foundIn(folder, false)).toHaveLength(10);
    expect(manifestsAt([join(folder, 'top.yaml')]).files).toHaveLength(1);
    expect(foundIn(join(folder, 'build'))).toEqual(['b.yaml']);
  });

  test('patterns leave it out too', () => {
    expect(manifestsAt([join(folder, '**/*.yaml')]).files.map(({ file }) => relative(folder, file))).toEqual(foundIn(folder));
    expect(manifestsAt([join(folder, '*.none')])).toEqual({ files: [], unread: [`no file matches ${join(folder, '*.none')}`] });
  });

  test('outside of a repository nothing is', () => {
    expect(foundIn(folderWith({ '.gitignore': '*.yaml', 'a.yaml': '' }))).toEqual(['a.yaml']);
  });
});

test.each(['a', 'a b', 'a [1]!', '#a*?'])('what is in folder %j, which an inner list lets in, is asked for by its own name', (name) => {
  const folder = repositoryWith({
    '.gitignore': 'in/*\nno.yaml\n',
    'in/.gitignore': '!*\n',
    [`in/${name}/b/c.yaml`]: '',
    [`in/${name}/b/no.yaml`]: '',
  });
  expect(foundIn(folder)).toEqual([join('in', name, 'b', 'c.yaml'), join('in', name, 'b', 'no.yaml')]);
  expect(foundIn(join(folder, 'in', name, 'b'))).toEqual(['c.yaml', 'no.yaml']);
});

test('whatever the lists, what is left is what git lists', () => {
  const name = fc.constantFrom('a', 'b', 'ab', 'c');
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.yaml`);
  const pattern = fc
    .tuple(
      fc.constantFrom('', '!'),
      fc.constantFrom('', '/', '**/'),
      fc.constantFrom('a', '*', 'a?', '[ab]', 'a.yaml', '*.yaml', 'a/*', 'b/**'),
      fc.constantFrom('', '/'),
    )
    .map((parts) => parts.join(''));
  const list = fc.array(pattern, { maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`);
  fc.assert(
    fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 8 }), list, list, (paths, outer, inner) => {
      const files = Object.fromEntries(paths.map((one) => [one, '']));
      const folder = repositoryWith({ ...files, '.gitignore': outer, 'a/.gitignore': inner });
      const { stdout } = spawnSync('git', ['-C', folder, 'ls-files', '-coz', '--exclude-standard'], { encoding: 'utf8' });
      const listed = stdout.split('\0').filter((one) => one.endsWith('.yaml'));
      expect([...foundIn(folder)].sort()).toEqual(listed.sort());
    }),
    runs(40),
  );
});
