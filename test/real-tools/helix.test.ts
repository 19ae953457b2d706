import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folderWith, writeFiles } from '../folder-with.ts';
import { jobWith } from '../manifests.ts';
import { fromDocs, pathWithKubejob, programAlongPath } from './other-editor.ts';

/** `KUBEJOB_HX`, or the Helix along PATH, and what gives it a terminal of its own; undefined where either is missing. */
const helix = programAlongPath('hx', 'KUBEJOB_HX');
const terminal = process.platform === 'linux' ? programAlongPath('script', 'KUBEJOB_SCRIPT') : undefined;

/** Helix with a file, in a terminal that is typed into. */
function start(folder: string, file: string) {
  const child = spawn(terminal ?? '', ['--quiet', '--command', `stty rows 40 cols 160; exec '${helix}' ${file}`, '/dev/null'], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: [pathWithKubejob(folder), dirname(process.execPath)].join(delimiter),
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      TERM: 'xterm-256color',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill();
  });
  child.stdin.on('error', () => {});
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
  });
  return {
    type: (keys: string) => child.stdin.write(keys),
    /** Waits until something has been drawn. */
    drawn: (what: string) => expect.poll(() => stripVTControlCharacters(screen), { timeout: 300_000 }).toContain(what),
    ended: new Promise((resolve) => child.once('close', resolve)),
  };
}

describe.skipIf(helix === undefined || terminal === undefined)('in Helix, set up as docs/editors.md says', () => {
  test('a manifest has diagnostics, and a fix that is taken from the menu', async () => {
    const text = jobWith('completionz: 3');
    const folder = folderWith({ 'job.yaml': text, 'config/helix/languages.toml': fromDocs('Helix', 'toml') });
    writeFiles(folder, { 'config/helix/config.toml': '[editor.statusline]\nright = ["diagnostics"]\n' });
    const { type, drawn, ended } = start(folder, 'job.yaml');
    await drawn('●');
    type(`${text.split('\n').findIndex((line) => line.includes('completionz'))}jw a`);
    await drawn('Rename to completions');
    type('\r\r:wq\r');
    await ended;
    expect(readFileSync(join(folder, 'job.yaml'), 'utf8')).toBe(jobWith('completions: 3'));
  });
});
