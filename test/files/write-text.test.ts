import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replaceText } from '../../server/files/write-text.ts';
import { folderWith } from '../folder-with.ts';

test('a text takes the place of the one that was judged, never of what somebody wrote meanwhile', () => {
  const folder = folderWith();
  const file = join(folder, 'a.yaml');
  for (const bytes of [Buffer.from('judged'), Buffer.from('judg\u00e9', 'latin1')]) {
    writeFileSync(file, bytes);
    expect(replaceText(file, 'other', 'mended')).toEqual({
      unread: `not stored as UTF-8, or changed meanwhile, and not written: ${file}`,
    });
    expect(readFileSync(file)).toEqual(bytes);
    expect([replaceText(file, bytes.toString(), 'mended'), readFileSync(file, 'utf8')]).toEqual([undefined, 'mended']);
  }
  expect(readdirSync(folder)).toEqual(['a.yaml']);
});
