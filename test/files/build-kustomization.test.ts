import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildKustomization } from '../../server/files/build-kustomization.ts';
import { folderWith, writeFiles } from '../folder-with.ts';

let home = '';
const onPath = { kubectl: 'kubectl', kustomize: 'kustomize' };

beforeEach(() => {
  home = folderWith();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const fake = (name: string, body: string) => ({ [`bin/${name}`]: `#!${process.execPath}\n${body}` });

/** With these programs alone on PATH, and a folder for what is temporary. */
function withTools(files: Readonly<Record<string, string>>): void {
  const overlay = { 'overlay/kustomization.yaml': 'resources: [job.yaml]\n', 'overlay/job.yaml': 'kind: Job\n' };
  writeFiles(home, { ...files, ...overlay, 'scratch/.keep': '' });
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
  const built = await buildKustomization(join(home, 'overlay'), onPath);
  expect(built).toMatchObject({ status: 'built', documents: [{ origin: join(home, 'overlay/job.yaml') }] });
  expect([readdirSync(join(home, 'scratch')), readdirSync(join(home, 'overlay')).sort()]).toEqual([
    ['.keep'],
    ['job.yaml', 'kustomization.yaml'],
  ]);
});

test('where kubectl is missing, kustomize builds', async () => {
  withTools(fake('kustomize', prints("resources[0] + '/job.yaml'")));
  expect((await buildKustomization(join(home, 'overlay'), onPath)).status).toBe('built');
});

test('without either, and where the tool refuses, that is told', async () => {
  withTools({});
  expect(await buildKustomization(join(home, 'overlay'), onPath)).toEqual({ status: 'no-tool' });
  withTools(fake('kubectl', `process.stderr.write('error: no such\\n  file\\n'); process.exit(1)`));
  expect(await buildKustomization(join(home, 'overlay'), onPath)).toEqual({ status: 'refused', message: 'no such file' });
  expect(readdirSync(join(home, 'scratch'))).toEqual(['.keep']);
});

const recursed =
  "accumulating resources: accumulation err='accumulating resources from 'overlay': must resolve to a file': recursed accumulation of path '/r/overlay': ";
const gone = (file: string) => `evalsymlink failure on '/r/${file}' : lstat /r/${file}: no such file or directory`;

test.each([
  [
    `accumulating resources: accumulation err='accumulating resources from 'a.yaml': ${gone('a.yaml')}': must build at directory: not a valid directory: ${gone('a.yaml')}`,
    "accumulating resources from 'a.yaml': no such file or directory",
  ],
  [
    `trouble configuring builtin PatchTransformer with config: \`\npath: a.yaml\n\`: failed to get the patch file from path(a.yaml): ${gone('a.yaml')}`,
    'failed to get the patch file from path(a.yaml): no such file or directory',
  ],
  ['no matches for Id Job.v1.batch/laod.[noNs]', 'no matches for Id Job.v1.batch/laod.[noNs]'],
])("of kustomize's words the innermost count: %s", async (said, told) => {
  withTools(fake('kubectl', `process.stderr.write(${JSON.stringify(`error: ${recursed}${said}\n`)}); process.exit(1)`));
  expect(await buildKustomization(join(home, 'overlay'), onPath)).toEqual({ status: 'refused', message: told });
});
