import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readFirstAddress } from '../../server/files/read-addresses.ts';
import { readHolding } from '../../server/files/read-holding.ts';
import { folderWith } from '../folder-with.ts';

const malformed = ['file:///%', 'file:///%FF/', 'file://', 'http://[::1', 'untitled:one', ''];

test('addresses that are none of a file hide no other', async () => {
  const folder = folderWith({ 'a.yaml': 'kind: Job' });
  const [root, file] = [pathToFileURL(folder).href, pathToFileURL(join(folder, 'a.yaml')).href];
  expect(await readFirstAddress([...malformed, file])).toEqual({ uri: file, text: 'kind: Job' });
  expect(await readHolding(['file:///%', 'file:///%FF/', 'untitled:one', '', root], /Job/)).toEqual([{ uri: file, text: 'kind: Job' }]);
});
