import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, folderWith } from '../folder-with.ts';
import { cronJobWith, jobWith, patchWith } from '../manifests.ts';
import { run } from './run.ts';

/** A repository with these files, in folders of their own. */
const repository = (files: Files): string => folderWith({ '.git/HEAD': '', ...files });

const codes = async (...args: readonly string[]): Promise<readonly string[]> =>
  JSON.parse((await run('validate', '--advice', 'off', '--format', 'json', ...args)).out).map(
    ({ code }: { readonly code: string }) => code,
  );

test('a patch that a kustomization in another folder names is judged by what it says', async () => {
  const root = repository({
    'patches/deep/a.yaml': patchWith('parallelism: -1'),
    'overlays/prod/kustomization.yaml': 'resources: [../base]\npatches: [{path: ../../patches/deep/a.yaml}]\n',
    'patches/b.yaml': patchWith('parallelism: 1'),
  });
  expect(await codes(join(root, 'patches/deep/a.yaml'))).toEqual(['number-negative']);
  expect(await codes(join(root, 'patches'))).toEqual(['field-required', 'job-restart-policy-missing', 'number-negative']);
  expect((await run('simulate', join(root, 'patches/deep/a.yaml'))).error).toContain('patch');
});

test('placeholders stand for values where Flux or a kustomization above fills them in', async () => {
  const placeholder = cronJobWith({ metadata: `name: $${'{APP}'}` });
  const flux =
    'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec: {path: ./apps/one, postBuild: {substitute: {APP: a}}}\n';
  const root = repository({
    'apps/one/jobs/a.yaml': placeholder,
    'apps/two/a.yaml': placeholder,
    'apps/ks.yaml': flux,
    'other/a.yaml': placeholder,
    'set/.kubejob.yaml': 'placeholders: true\n',
    'set/deep/a.yaml': placeholder,
    'other/kustomization.yaml': 'resources: [a.yaml]\nreplacements: [{path: r.yaml}]\n',
  });
  expect(await codes(join(root, 'apps/one'))).toEqual([]);
  expect(await codes(join(root, 'apps/two'))).toEqual(['name-dns-subdomain']);
  expect(await codes(join(root, 'other'))).toEqual([]);
  expect(await codes(join(root, 'set'))).toEqual([]);
  expect((await run('validate', join(root, 'set'))).out).toContain('placeholders');
  expect((await run('validate', join(root, 'apps/one'))).out).toContain('No problems');
});

test('what Flux fills in is judged, wherever in its repository the Kustomization stands', async () => {
  const withLimit = jobWith(`backoffLimit: $${'{LIMIT}'}`);
  const flux = (limit: string) =>
    `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  path: ./apps\n  postBuild:\n    substitute: {LIMIT: "${limit}"}\n`;
  const files = (limit: string) => ({
    'apps/job.yaml': withLimit,
    'clusters/apps.yaml': flux(limit),
    'clusters/flux-system/gotk-sync.yaml': 'kind: Kustomization\n',
  });
  expect(await codes(join(repository(files('3')), 'apps'))).toEqual([]);
  expect(await codes(join(repository(files('-1')), 'apps'))).toEqual(['number-negative']);
  expect(await codes(join(repository(files('three')), 'apps'))).toEqual(['wrong-type']);
});

test('what Flux builds is filled in with all that it is built upon, for simulations too', async () => {
  const root = repository({
    'base/job.yaml': jobWith(`backoffLimit: $${'{LIMIT}'}`),
    'base/kustomization.yaml': 'resources: [job.yaml]\n',
    'live/kustomization.yaml': 'resources: [../base]\n',
    'other/job.yaml': jobWith(`backoffLimit: $${'{LIMIT}'}`),
    'clusters/flux-system/live.yaml':
      'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  path: ./live\n  postBuild:\n    substitute: {LIMIT: "-1"}\n',
  });
  expect(await codes(join(root, 'base'))).toEqual(['number-negative']);
  expect(await codes(join(root, 'other'))).toEqual(['wrong-type']);
  expect((await run('simulate', join(root, 'base/job.yaml'))).error).toContain('number-negative');
  expect((await run('simulate', join(root, 'other/job.yaml'))).error).toContain('wrong-type');
});
