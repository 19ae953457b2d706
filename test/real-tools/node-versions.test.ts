import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';
import { program, runIn } from './kubejob.ts';

const home = join(import.meta.dirname, '../..');
const library = pathToFileURL(join(home, 'dist/library.mjs')).href;

/** The Node that runs this, and those that packages of `test/vscode` carry for this system: none on systems other than Linux. */
const carried = [`node-22-linux-${process.arch}`, `node-linux-${process.arch}`];
const nodes = [
  [`Node ${process.version}, which runs the tests`, process.execPath],
  ...carried
    .map((name): [string, string] => [name, join(home, 'test/vscode/node_modules', name, 'bin/node')])
    .filter(([, path]) => process.platform === 'linux' && existsSync(path)),
] as const;

const fault = jobWith('completionz: 3');
const files = {
  'job.yaml': jobWith('completions: 2'),
  'faulty/job.yaml': fault,
  'job.test.yaml': 'tests: [{expect: [completes within 10m]}]\n',
};

describe.each(nodes)('%s', (_, node) => {
  test('runs the commands', async () => {
    const folder = folderWith(files);
    const kubejob = (...args: string[]) => runIn(node, folder, [program, ...args]);
    expect(await kubejob('--version')).toMatchObject({ code: 0, error: '' });
    expect(await kubejob('validate', 'job.yaml')).toMatchObject({ code: 0, error: '' });
    const faulty = await kubejob('validate', '--format', 'json', '--rule', 'unknown-field', '--', 'faulty');
    expect(faulty).toMatchObject({ code: 1, error: '' });
    expect(JSON.parse(faulty.out)).toMatchObject([{ code: 'unknown-field' }]);
    const simulated = await kubejob('simulate', '--output', 'summary', 'job.yaml');
    expect(simulated).toMatchObject({ code: 0, error: '' });
    expect(simulated.out).toContain('2');
    expect(await kubejob('test', '.')).toMatchObject({ code: 0, error: '' });
  });

  test('gives many files to two threads', async () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 1500 }, (__, at) => [`${at}.yaml`, files['job.yaml']])));
    const { code, out, error } = await runIn(node, folder, [program, 'validate', '.']);
    expect({ code, error, said: out.includes('1500 Jobs and CronJobs in 1500 files') }).toEqual({ code: 0, error: '', said: true });
  });

  test('imports the library', async () => {
    const script = `import { at, simulate, validate } from ${JSON.stringify(library)};
      const text = ${JSON.stringify(files['job.yaml'])};
      const simulated = simulate(text);
      console.log(JSON.stringify([validate(${JSON.stringify(fault)})[0].code, simulated.status, at(simulated.run).get('jobs').includes('2/2')]));`;
    const { out, error } = await runIn(node, folderWith({ 'use.mjs': script }), ['use.mjs']);
    expect({ out: out.trim(), error }).toEqual({ out: '["unknown-field","simulated",true]', error: '' });
  });

  test('keeps compiled code in its own cache, where it has one', async () => {
    const folder = folderWith(files);
    await runIn(node, folder, [program, 'validate', 'job.yaml'], '', { NODE_COMPILE_CACHE: join(folder, 'cache') });
    const { out: version } = await runIn(node, folder, ['-p', 'process.versions.node']);
    expect(existsSync(join(folder, 'cache')) && readdirSync(join(folder, 'cache')).length > 0).toBe(Number.parseInt(version, 10) >= 22);
  });

  test('serves editors', async () => {
    const server = spawn(node, [program, 'language-server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => {
      server.kill();
    });
    server.stdin.on('error', () => {});
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} },
    });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    for await (const text of server.stdout.setEncoding('utf8')) {
      answer += text;
      if (answer.includes('"serverInfo"')) break;
    }
    expect(answer).toContain('"hoverProvider"');
  });
});
