import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { manifestsAt, patternIn } from '../../server/files/manifests-at.ts';
import { folderWith } from '../folder-with.ts';

test('files by name, once each, and whether a path names them', () => {
  const folder = folderWith({ 'b.yaml': 'b: 1', 'a.json': '{}', 'c.txt': 'c', 'd.yml': '' });
  const { files, unread } = manifestsAt([join(folder, 'b.yaml'), folder, join(folder, 'c.txt')]);
  expect(files.map(({ file, named }) => [file.slice(folder.length + 1), named])).toEqual([
    ['a.json', false],
    ['b.yaml', true],
    ['c.txt', true],
    ['d.yml', false],
  ]);
  expect(unread).toEqual([]);
});

test('folders within folders, without node_modules and what begins with a dot', () => {
  const folder = folderWith({});
  for (const inner of ['deep/er', 'node_modules', '.git']) {
    mkdirSync(join(folder, inner), { recursive: true });
    writeFileSync(join(folder, inner, 'a.yaml'), '');
  }
  expect(manifestsAt([folder])).toEqual({ files: [{ file: join(folder, 'deep/er/a.yaml'), named: false, isListed: true }], unread: [] });
});

test.skipIf(process.platform === 'win32')(
  'links are followed to files of the folder, never out of it, and no folder is walked twice',
  () => {
    const folder = folderWith({ 'a.yaml': '' });
    const outside = folderWith({ 'b.yaml': '' });
    symlinkSync('a.yaml', join(folder, 'linked.yaml'));
    symlinkSync(join(outside, 'b.yaml'), join(folder, 'out.yaml'));
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync('.', join(folder, 'loop'));
    symlinkSync('/dev/zero', join(folder, 'endless.yaml'));
    const { files, unread } = manifestsAt([folder]);
    expect(files.map(({ file }) => file)).toEqual([join(folder, 'a.yaml'), join(folder, 'linked.yaml')]);
    expect(unread).toEqual([]);
  },
);

test.skipIf(process.platform === 'win32')('a link that leads nowhere is named', () => {
  const folder = folderWith({ 'a.yaml': '' });
  symlinkSync('none.yaml', join(folder, 'b.yaml'));
  symlinkSync('c.yaml', join(folder, 'c.yaml'));
  const { files, unread } = manifestsAt([folder]);
  expect(files).toHaveLength(1);
  expect([...unread].sort()).toEqual([
    `a link that leads to itself: ${join(folder, 'c.yaml')}`,
    `no such file or folder: ${join(folder, 'b.yaml')}`,
  ]);
});

test.each([
  [win32.sep, String.raw`k8s\**\*.yaml`, 'k8s/**/*.yaml'],
  [win32.sep, 'k8s/*.yaml', 'k8s/*.yaml'],
  [posix.sep, String.raw`k8s/\*.yaml`, String.raw`k8s/\*.yaml`],
])('where folders are parted by %s the pattern of %s is %s', (between, path, pattern) => {
  expect(patternIn(path, between)).toBe(pattern);
});
