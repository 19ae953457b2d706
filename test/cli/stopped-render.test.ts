import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { folderWith, writeFiles } from '../folder-with.ts';

const program = join(import.meta.dirname, '../../dist/cli.js');

test.runIf(process.platform !== 'win32').each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s while helm renders leaves no copy of the chart behind', async (signal, status) => {
  const home = folderWith({
    'tool/Chart.yaml': 'apiVersion: v2\nname: tool\nversion: 0.1.0\n',
    'tool/templates/job.yaml': 'apiVersion: batch/v1\nkind: Job\n',
    'scratch/.keep': '',
  });
  // A helm that has begun with the copy, and says so, and ends when nobody listens to it any more.
  const begun = join(home, 'begun');
  const waits = `if (process.argv[3].includes('kubejob-chart-')) require('fs').writeFileSync(${JSON.stringify(begun)}, '');
process.stdout.on('error', () => process.exit()); setInterval(() => process.stdout.write('\\n'), 100);`;
  writeFiles(home, { helm: `#!${process.execPath}\n${waits}\n` });
  const env = { ...process.env, TMPDIR: join(home, 'scratch'), PATH: `${home}:${process.env['PATH']}` };
  const child = spawn(process.execPath, [program, 'validate', join(home, 'tool')], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!existsSync(begun)) await setTimeout(20);
  child.kill(signal);
  expect(await ended).toBe(status);
  expect(readdirSync(join(home, 'scratch')).filter((name) => name.startsWith('kubejob-chart-'))).toEqual([]);
});
