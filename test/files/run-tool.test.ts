import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { runTool } from '../../server/files/run-tool.ts';
import { folderWith } from '../folder-with.ts';

const node = process.execPath;
const limits = { timeLimit: 20_000, outputLimit: 1000 };
const forever = 'setInterval(() => {}, 1000)';

describe('a tool of the user', () => {
  test('runs to its end, with what it printed and its exit code', async () => {
    const run = await runTool(node, ['-e', 'console.log("a"); console.error("b"); process.exitCode = 3'], limits);
    expect(run).toEqual({ status: 'ended', code: 3, out: 'a\n', error: 'b\n' });
  });

  test('that is not there', async () => {
    expect(await runTool('/nowhere/helm', [], limits)).toEqual({ status: 'missing' });
  });

  test('that the system does not begin counts as one that is not there', async () => {
    expect(await runTool(node, ['--version', 'x'.repeat(8 * 2 ** 20)], limits)).toEqual({ status: 'missing' });
    expect(await runTool(node, ['a\0b'], limits)).toEqual({ status: 'missing' });
  });

  test('that hangs is stopped', async () => {
    expect(await runTool(node, ['-e', forever], { ...limits, timeLimit: 200 })).toEqual({ status: 'stopped', why: 'too-long' });
  });

  test('that prints without end is stopped', async () => {
    const loud = 'const say = () => process.stdout.write("x".repeat(10000), say); say()';
    expect(await runTool(node, ['-e', loud], limits)).toEqual({ status: 'stopped', why: 'too-much' });
  });

  test('that nobody waits for any more is stopped, before it begins too', async () => {
    const stop = new AbortController();
    const running = runTool(node, ['-e', forever], { ...limits, signal: stop.signal });
    stop.abort();
    expect(await running).toEqual({ status: 'stopped', why: 'cancelled' });
    expect(await runTool(node, ['-e', forever], { ...limits, signal: stop.signal })).toEqual({ status: 'stopped', why: 'cancelled' });
  });

  test.skipIf(process.platform !== 'linux')('that is not there and is not wanted any more takes nobody along', () => {
    const folder = folderWith();
    const program = join(folder, 'program.mjs');
    const asked = `
      import { runTool } from ${JSON.stringify(join(import.meta.dirname, '../../server/files/run-tool.ts'))};
      const stop = new AbortController();
      const run = runTool('/nowhere/helm', [], { timeLimit: 20_000, outputLimit: 1000, signal: stop.signal });
      stop.abort();
      process.stdout.write((await run).status);`;
    buildSync({
      stdin: { contents: asked, resolveDir: folder, loader: 'ts' },
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
    // A group of its own: where it kills its group, it kills no test.
    const { stdout, signal } = spawnSync('setsid', ['-w', process.execPath, program], { encoding: 'utf8' });
    expect([stdout, signal]).toEqual(['stopped', null]);
  });

  test('gets arguments as they are: no shell reads them', async () => {
    const run = await runTool(node, ['-e', 'console.log(process.argv[1])', '$(date); `x` && y'], limits);
    expect(run).toMatchObject({ out: '$(date); `x` && y\n' });
  });
});
