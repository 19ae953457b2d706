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

test('many files that take long are judged in two threads as in one, in their order; what is soon done in one', async () => {
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
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'run.mjs')], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(stderr).toBe('');
  const inOne = JSON.parse(JSON.stringify([...judgeFiles(files, how)]));
  expect(JSON.parse(stdout)).toEqual([0, 0, 1].map((threads) => ({ threads, results: inOne })));
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
const runs = [];
for (const threshold of [{ files: 200, milliseconds: 3_600_000 }, { files: 500, milliseconds: 0 }, { files: 200, milliseconds: 0 }]) {
  threads = 0;
  const results = [];
  for await (const judged of judgeInThreads(files, how, threshold)) results.push(judged);
  runs.push({ threads, results });
}
process.stdout.write(JSON.stringify(runs));
`;
