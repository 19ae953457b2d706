import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factDocuments, factsFromFile } from '../../../server/application/facts/known-facts.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { type HowToJudge, judgeFiles } from '../../../server/cli/judge/judge-files.ts';
import { folderWith } from '../../folder-with.ts';
import { bundled, job } from '../run.ts';

/** Pods of Jobs are refused, which some of both threads' files are told. */
const facts = {
  configured: [],
  ...factsFromFile(factDocuments('apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: quota}\nspec: {hard: {pods: 0}}\n')),
};

const how: HowToJudge = { settings: defaultSettings, facts, details: true };

test('many files are judged in two threads as in one, in their order', async () => {
  const texts = Array.from({ length: 230 }, (_, at): readonly [string, string] => [
    `${at}.yaml`,
    job(`job-${at}`, 'sleep 1', at % 7 === 0 ? 'completiond: 3' : ''),
  ]);
  const manifests = folderWith(Object.fromEntries(texts));
  const files = [...texts.map(([name]) => join(manifests, name)), join(manifests, 'none.yaml')].map((file) => ({ file, named: true }));
  const home = join(import.meta.dirname, '../../../server/cli/judge');
  const folder = bundled({ program: join(home, 'judge-in-threads.ts'), 'cli-judging-worker': join(home, 'judging-worker.ts') });
  writeFileSync(join(folder, 'input.json'), JSON.stringify({ files, how }));
  writeFileSync(join(folder, 'run.mjs'), run);
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'run.mjs')], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { threads, results } = JSON.parse(stdout);
  expect(threads).toBe(1);
  expect(results).toEqual(JSON.parse(JSON.stringify([...judgeFiles(files, how)])));
});

// Two processors, whatever the machine has; the threads that are begun are counted.
const run = `
import { readFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
const require = createRequire(import.meta.url);
require('node:os').availableParallelism = () => 2;
const threadsModule = require('node:worker_threads');
let threads = 0;
threadsModule.Worker = class extends threadsModule.Worker {
  constructor(...args) {
    super(...args);
    threads++;
  }
};
syncBuiltinESMExports();
const { judgeInThreads } = await import('./program.mjs');
const { files, how } = JSON.parse(readFileSync(new URL('./input.json', import.meta.url), 'utf8'));
const results = [];
for await (const judged of judgeInThreads(files, how, 200)) results.push(judged);
process.stdout.write(JSON.stringify({ threads, results }));
`;
