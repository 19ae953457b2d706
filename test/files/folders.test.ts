import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { filesAbove } from '../../server/files/files-above.ts';
import { folderAround, foldersBelow, foldersUp } from '../../server/files/folders.ts';
import { folderWith } from '../folder-with.ts';

let root = '';

beforeAll(() => {
  root = folderWith({ settings: '', 'a/job.yaml': '', 'a/deep/settings': '', '.dotted': '' });
  for (const folder of ['a/deep/deeper', 'b', '.hidden/c', 'node_modules/d']) mkdirSync(join(root, folder), { recursive: true });
  if (process.platform !== 'win32') symlinkSync(join(root, 'a'), join(root, 'b', 'link'));
});

const shown = (folder: string) => relative(root, folder) || '.';

test('a folder and those below it, the nearest first, none twice, without what begins with a dot and node_modules', () => {
  const listings = [...foldersBelow(root)];
  expect(listings.map(({ folder }) => shown(folder))).toEqual(['.', 'a', 'b', 'a/deep', 'a/deep/deeper']);
  expect(listings[0]?.entries.map(({ name }) => name).sort()).toEqual(['a', 'b', 'settings']);
});

test('no more of them than asked for, and none that is not to be entered', () => {
  const walked = (walk: Parameters<typeof foldersBelow>[1]) => [...foldersBelow(root, walk)].map(({ folder }) => shown(folder));
  expect(walked({ most: 2 })).toEqual(['.', 'a']);
  expect(walked({ enters: (within, name) => !(within === root && name === 'a') })).toEqual(['.', 'b']);
});

test('why a folder could not be looked at', () => {
  const failed: string[] = [];
  const absent = join(root, 'absent');
  expect([...foldersBelow(absent, { failed: (_, folder) => failed.push(folder) })]).toEqual([{ folder: absent, entries: [] }]);
  expect(failed).toEqual([absent]);
});

test('the folders around one, and the nearest files of a name above some', () => {
  const deeper = join(root, 'a/deep/deeper');
  expect(foldersUp(deeper, root).map(shown)).toEqual(['a/deep/deeper', 'a/deep', 'a', '.']);
  expect(foldersUp(deeper).at(-1)).toBe(join(root, '/..'.repeat(40)));
  const above = filesAbove([join(deeper, 'x'), join(root, 'a/job.yaml'), join(root, 'b/y'), join(root, 'a/deep/z')], 'settings');
  expect(above.map(shown)).toEqual(['a/deep/settings', 'settings']);
});

test('the folder that a path or a pattern leads through is the nearest that there is', () => {
  const home = folderWith({ 'a/b.yaml': '' });
  const around = (path: string) => relative(home, folderAround(join(home, path)));
  expect(['a', 'a/b.yaml', 'a/*.yaml', 'a/no/**/*.yaml', '*/b.yaml'].map(around)).toEqual(['a', 'a', 'a', 'a', '']);
  expect(['nowhere/*.yaml', '-'].map(folderAround)).toEqual(['.', '.']);
});
