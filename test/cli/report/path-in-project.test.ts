import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { pathInProject } from '../../../server/cli/report/path-in-project.ts';

test.each([
  [win32, String.raw`deploy\a.yaml`, 'deploy/a.yaml'],
  [win32, String.raw`D:\work\deploy\a.yaml`, 'deploy/a.yaml'],
  [win32, String.raw`..\other\a.yaml`, '../other/a.yaml'],
  [win32, String.raw`C:\elsewhere\a.yaml`, 'C:/elsewhere/a.yaml'],
  [win32, String.raw`\\server\share\a.yaml`, '//server/share/a.yaml'],
  [posix, './deploy/a.yaml', 'deploy/a.yaml'],
  [posix, '/elsewhere/a.yaml', '/elsewhere/a.yaml'],
  [posix, String.raw`deploy\a.yaml`, String.raw`deploy\a.yaml`],
  [posix, '..a/b.yaml', '..a/b.yaml'],
])('%#: %s is named %s', (path, file, named) => {
  expect(pathInProject(file, path, path === win32 ? String.raw`D:\work` : '/work')).toBe(named);
});
