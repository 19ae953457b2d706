import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFile, readFirst } from '../../server/files/read-file.ts';
import { folderWith } from '../folder-with.ts';

const onUnix = test.skipIf(process.platform === 'win32');

test('a text as it is, its byte order mark included', () => {
  const file = join(folderWith({ 'a.yaml': '\ufeffa: é\r\n' }), 'a.yaml');
  expect(readFile(file)).toEqual({ file, text: '\ufeffa: é\r\n' });
});

test('a long file is read whole', () => {
  const text = 'é'.repeat(700_001);
  const file = join(folderWith({ 'a.yaml': text }), 'a.yaml');
  expect(readFile(file)).toEqual({ file, text });
});

describe('what is no regular file is named, and not read', () => {
  const folder = folderWith({ 'large.yaml': '' });
  const at = (name: string) => join(folder, name);

  test('nothing, and a folder', () => {
    mkdirSync(at('folder.yaml'));
    expect(readFile(at('none.yaml'))).toEqual({ unread: `no such file or folder: ${at('none.yaml')}` });
    expect(readFile(at('folder.yaml'))).toEqual({ unread: `a folder, not a file: ${at('folder.yaml')}` });
  });

  onUnix('a device, and a pipe that nobody writes to', () => {
    expect(readFile('/dev/zero')).toEqual({ unread: 'no regular file, and not read: /dev/zero' });
    execFileSync('mkfifo', [at('pipe.yaml')]);
    expect(readFile(at('pipe.yaml'))).toEqual({ unread: `a pipe that nobody writes to: ${at('pipe.yaml')}` });
  });

  test('a file larger than any text', () => {
    appendFileSync(at('large.yaml'), 'a');
    truncateSync(at('large.yaml'), 300 * 2 ** 20);
    expect(readFile(at('large.yaml'))).toEqual({ unread: `larger than 256 MiB, and not read: ${at('large.yaml')}` });
  });
});

test('of some files the first that is there', () => {
  const folder = folderWith({ 'b.yaml': 'b', 'c.yaml': 'c' });
  expect(readFirst(['a.yaml', 'b.yaml', 'c.yaml'].map((name) => join(folder, name)))).toMatchObject({ text: 'b' });
  expect(readFirst([join(folder, 'a.yaml')])).toBeUndefined();
});

test('a name that would move a terminal is shown with escapes', () => {
  expect(readFile('a\n::error::x\u001b]0;t\u0007\u202e.yaml')).toEqual({
    unread: 'no such file or folder: a\\u000a::error::x\\u001b]0;t\\u0007\\u202e.yaml',
  });
});
