import { expect, test } from 'vitest';
import { addressFrom } from '../../server/protocol/files-beside.ts';

test.each([
  ['file:///w/jobs/a.test.yaml', 'b.yaml', 'file:///w/jobs/b.yaml'],
  ['file:///w/jobs/a.test.yaml', './deep/../../100% [é] #1?.yaml', 'file:///w/100%25%20%5B%C3%A9%5D%20%231%3F.yaml'],
  ['file:///w/a%20b/.kubejob.yaml', 'c:d.yaml', 'file:///w/a%20b/c%3Ad.yaml'],
  ['file:///c%3A/w/a.yaml', '../b.yaml', 'file:///c%3A/b.yaml'],
  ['file:///w/jobs/a.yaml', '/shared/b.yaml', 'file:///shared/b.yaml'],
  ['vscode-vfs://github/owner/name/a.yaml', 'b.yaml', 'vscode-vfs://github/owner/name/b.yaml'],
  ['untitled:Untitled-1', 'b.yaml', undefined],
])('of a path in %s: %s', (uri, path, address) => {
  expect(addressFrom(uri, path)).toEqual(address === undefined ? [] : [address]);
});
