import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBehindTests } from '../../server/cli/test.ts';
import { watchFiles } from '../../server/cli/watch.ts';
import { folderWith } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';

test('tests run again when a configuration above them is written, or the facts change that it names, as often as that happens', async () => {
  const folder = folderWith({
    '.kubejob.yaml': 'facts: cluster/work.yaml\n',
    'cluster/work.yaml': 'kind: Namespace\n',
    'jobs/a.yaml': jobWith(''),
    'jobs/a.test.yaml': 'tests: [{scenario: ../scenarios/slow.yaml, expect: [completes]}]\n',
  });
  mkdirSync(join(folder, 'scenarios'));
  const paths = [join(folder, 'jobs')];
  const behind = filesBehindTests(paths);
  // A configuration that is not there yet counts once it is written; above the one that is, none does.
  const names = ['scenarios/slow.yaml', 'jobs/.kubejob.yaml', '.kubejob.yaml', 'cluster/work.yaml'];
  expect(behind).toEqual(names.map((name) => join(folder, name)));

  const end = new AbortController();
  let runs = 0;
  const count = () => {
    runs += 1;
  };
  const watching = watchFiles([], () => behind, count, { error() {} }, end.signal);
  expect(runs).toBe(1);
  for (const name of names) {
    const before = runs;
    writeFileSync(join(folder, name), 'changed: true\n');
    await expect.poll(() => runs, { timeout: 60_000 }).toBeGreaterThan(before);
  }
  end.abort();
  await watching;
}, 120_000);
