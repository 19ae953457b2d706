import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { bundledProgram, run } from './run.ts';

/** Inputs that broke the program once, as they were found. */
const inputs = join(import.meta.dirname, 'broken');

/** Each input with its exit status, and the line that must be said of it, whole but for its advice. */
const table: Readonly<Record<string, readonly [code: number, said: string]>> = {
  'cr-only.yaml': [0, 'No problems: 1 Job or CronJob in 1 file.'],
  'json-one-line-deep.json': [1, ':1:2541: error: This is nested deeper than any manifest: it is not read. [yaml-too-deep]'],
  'latin1-comment.yaml': [
    0,
    ':6:12: warning: Byte 0xE9 is not UTF-8; in Latin-1 it is "é": kubectl stores U+FFFD in its place, Helm, kustomize and Flux refuse the file. Save it as UTF-8. [not-utf-8]',
  ],
  'name-is-object-tostring.yaml': [1, ':9:17: error: This must be text, not a map. [wrong-type]'],
  'nbsp-in-restart-policy.yaml': [1, ':7:22: error: restartPolicy "Never<U+00A0 NO-BREAK SPACE>" is not allowed in a Job'],
  'quantity-ei.yaml': [1, ':13:40: error: "Ei" is no quantity'],
  'shell-nested-substitution-100k.yaml': [0, 'No problems: 1 Job or CronJob in 1 file.'],
  'utf16be-bom.yaml': [0, 'No problems: 1 Job or CronJob in 1 file.'],
};

test.each(Object.entries(table))('%s', async (name, [code, said]) => {
  const ran = await run('validate', join(inputs, name));
  expect([ran.code, ran.error]).toEqual([code, '']);
  expect(ran.out).toContain(said);
  // One input, one sentence: what it breaks is told once.
  expect(ran.out.match(/: (error|warning): /g)?.length ?? 0).toBe(said.startsWith(':') ? 1 : 0);
});

test('the table has every input', () => {
  expect(readdirSync(inputs).toSorted()).toEqual([...Object.keys(table), 'folders.sh'].toSorted());
});

test.skipIf(process.platform === 'win32')('folders.sh: what cannot be read is named, what would never end is passed over', () => {
  const program = bundledProgram();
  const scratch = folderWith();
  chmodSync(dirname(program), 0o755);
  chmodSync(scratch, 0o777);
  copyFileSync(join(inputs, 'folders.sh'), join(scratch, 'folders.sh'));
  // Rights count for nothing to root.
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout, stderr } = spawnSync('sh', ['folders.sh', `${process.execPath} ${program}`], {
    ...nobody,
    cwd: scratch,
    env: { ...process.env, TMPDIR: scratch },
    encoding: 'utf8',
  });
  const [file, folder, pipe, link] = stdout.split(/^== .*\n/m).slice(1);
  expect(stderr).toBe('kubejob: may not be read: one/b.yaml\nkubejob: may not be read: two\n');
  expect(file).toMatch(/\nexit 2\n$/);
  expect([...new Set(file?.match(/"file": ?"[^"]*"/g))].map((one) => one.replace(/.*"(.*)"/, '$1'))).toEqual(['one/a.yaml', 'one/z.yaml']);
  expect(folder).toMatch(/^exit 2\n$/);
  for (const [name, ended] of [
    ['three', pipe],
    ['four', link],
  ]) {
    expect(ended).toContain(`${name}/a.yaml:4:`);
    // By itself, not by `timeout`, which would say 124.
    expect(ended).toMatch(/\nexit 1\n$/);
  }
});
