import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildKustomization } from '../../server/files/build-kustomization.ts';

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kubejob-build-test-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), text, { mode: 0o755 });
  }
}

const fake = (name: string, body: string) => ({ [`bin/${name}`]: `#!${process.execPath}\n${body}` });

/** With these programs alone on PATH, and a folder for what is temporary. */
function withTools(files: Readonly<Record<string, string>>): void {
  write({ ...files, 'overlay/kustomization.yaml': 'resources: [job.yaml]\n', 'overlay/job.yaml': 'kind: Job\n', 'scratch/.keep': '' });
  vi.stubEnv('PATH', join(home, 'bin'));
  vi.stubEnv('TMPDIR', join(home, 'scratch'));
}

const prints = (origin: string) =>
  `const fs = require('fs'), path = require('path'); const [verb, folder] = process.argv.slice(2);
const { resources, buildMetadata } = JSON.parse(fs.readFileSync(path.join(folder, 'kustomization.yaml'), 'utf8'));
if (fs.readFileSync(path.join(folder, resources[0], 'kustomization.yaml'), 'utf8') === '' || buildMetadata[0] !== 'originAnnotations') process.exit(1);
console.log('kind: Job\\nmetadata:\\n  annotations:\\n    config.kubernetes.io/origin: |\\n      path: ' + ${origin});`;

test('the folder is built as it is, with the file that each object comes from, and nothing stays behind', async () => {
  withTools(fake('kubectl', prints("resources[0] + '/job.yaml'")));
  const built = await buildKustomization(join(home, 'overlay'));
  expect(built).toMatchObject({ status: 'built', documents: [{ origin: join(home, 'overlay/job.yaml') }] });
  expect([readdirSync(join(home, 'scratch')), readdirSync(join(home, 'overlay')).sort()]).toEqual([
    ['.keep'],
    ['job.yaml', 'kustomization.yaml'],
  ]);
});

test('where kubectl is missing, kustomize builds', async () => {
  withTools(fake('kustomize', prints("resources[0] + '/job.yaml'")));
  expect((await buildKustomization(join(home, 'overlay'))).status).toBe('built');
});

test('without either, and where the tool refuses, that is told', async () => {
  withTools({});
  expect(await buildKustomization(join(home, 'overlay'))).toEqual({ status: 'no-tool' });
  withTools(fake('kubectl', `process.stderr.write('error: no such\\n  file\\n'); process.exit(1)`));
  expect(await buildKustomization(join(home, 'overlay'))).toEqual({ status: 'refused', message: 'no such file' });
  expect(readdirSync(join(home, 'scratch'))).toEqual(['.keep']);
});
