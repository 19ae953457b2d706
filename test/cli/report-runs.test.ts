import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';
import { job, run } from './run.ts';

const wrong = jobWith({ metadata: 'name: wrong', spec: 'completions: -1' });

test('a page has what was found, the worst first, and how each Job runs that would be accepted', async () => {
  const folder = folderWith({
    'a.yaml': `${job('good', 'sleep 3')}---\n${wrong}`,
    'b.yaml': job('late', 'sleep 3', 'activeDeadlineSeconds: 2'),
  });
  const { code, out, error } = await run('report', folder);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(
    /^## Kubejob\n\n1 error, .*: 3 Jobs and CronJobs in 2 files\.\n\n\| \| Where \| What \|\n\| --- \| --- \| --- \|\n\| error \|/,
  );
  expect(out).toContain('-1 is less than 0: use 0 or more. `number-negative` |');
  expect(out).toMatch(/\n### Job `good` \(`.*a\.yaml`\)\n\nComplete after /);
  expect(out).toMatch(/\n### Job `late` \(`.*b\.yaml`\)\n\nFailed after 4 s \(DeadlineExceeded\)/);
  expect(out).not.toContain('### Job `wrong`');
});

test('timelines are pictures in a folder, named by the Jobs', async () => {
  const folder = folderWith({ 'a.yaml': `${job('same')}---\n${job('same')}---\n${job('other')}` });
  const pictures = join(folderWith(), 'made');
  const { out } = await run('report', folder, '--svg', pictures);
  expect(readdirSync(pictures).sort()).toEqual(['other.svg', 'same-2.svg', 'same.svg']);
  expect(readFileSync(join(pictures, 'other.svg'), 'utf8')).toMatch(/^<svg /);
  expect(out).toContain(`![same](${pictures}/same.svg)`);
});

test('names and messages are text on it, never markup', async () => {
  const folder = folderWith({ 'a.yaml': jobWith({ metadata: 'name: "<img src=x>|`[a](b)"' }) });
  const { out } = await run('report', folder);
  expect(out).not.toMatch(/<img|\[a\]\(b\)/);
});

test('where there is nothing to read it says so', async () => {
  expect(await run('report', folderWith({}))).toMatchObject({ code: 2, error: 'kubejob: no file to read\n' });
  const { code, out, error } = await run('report', join(folderWith({ 'a.yaml': job('good') }), 'missing.yaml'));
  expect([code, error]).toEqual([2, expect.stringMatching(/missing\.yaml/)]);
  expect(out).toMatch(/^## Kubejob\n\nNot judged:\n- no such file or folder: .*missing\.yaml\n$/);
});
