import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestsAt } from '../../server/files/manifests-at.ts';
import { folderWith } from '../cli/run.ts';

test('files by name, once each, and whether a path names them', () => {
  const folder = folderWith({ 'b.yaml': 'b: 1', 'a.json': '{}', 'c.txt': 'c', 'd.yml': '' });
  const { files, unread } = manifestsAt([join(folder, 'b.yaml'), folder, join(folder, 'c.txt')]);
  expect(files.map(({ file, text, named }) => [file.slice(folder.length + 1), text, named])).toEqual([
    ['a.json', '{}', false],
    ['b.yaml', 'b: 1', true],
    ['c.txt', 'c', true],
    ['d.yml', '', false],
  ]);
  expect(unread).toEqual([]);
});

test('what cannot be read is named, and the rest is read', () => {
  const folder = folderWith({ 'a.yaml': 'a: 1' });
  const { files, unread } = manifestsAt([join(folder, 'none.yaml'), folder]);
  expect(files).toHaveLength(1);
  expect(unread).toEqual([`no such file or folder: ${join(folder, 'none.yaml')}`]);
});
