import { describe, expect, test } from 'vitest';
import { fetchedBy, filesThrough, layersOf } from '../../../server/manifest/kustomize/layers.ts';
import { namespaceThrough, overlaysThrough } from '../../../server/manifest/kustomize/overlays.ts';

const files: Readonly<Record<string, string>> = {
  '/r/base/kustomization.yaml': 'resources: [job.yaml]\n',
  '/r/prod/kustomization.yaml': 'resources: [../base]\ncomponents: [../debug]\npatches:\n  - path: patches/limits.yaml\n',
  '/r/test/kustomization.yml': 'bases:\n  - ../base/\nnameSuffix: -test\n',
  '/r/debug/kustomization.yaml': 'kind: Component\npatches: [{path: debug.yaml}]\n',
  '/r/unused/kustomization.yaml': 'kind: Component\npatches: [{path: debug.yaml}]\n',
  '/r/prod/eu/kustomization.yaml': 'resources: ["..", github.com/someone/else//deploy?ref=v1, https://example.com/job.yaml]\n',
  '/r/one/kustomization.yaml': 'resources: [../other]\n',
  '/r/other/kustomization.yaml': 'resources: [../one]\n',
};
const nearby = Object.entries(files).map(([path, text]) => ({ path, text }));

describe('a file is built by', () => {
  const eu = '/r/prod/eu/kustomization.yaml';
  test.each([
    ['/r/base/job.yaml', [eu, '/r/test/kustomization.yml'].toSorted()],
    ['/r/base/kustomization.yaml', [eu, '/r/test/kustomization.yml'].toSorted()],
    ['/r/prod/patches/limits.yaml', [eu]],
    ['/r/prod/kustomization.yaml', [eu]],
    ['/r/debug/debug.yaml', [eu]],
    ['/r/unused/debug.yaml', []],
    ['/r/unused/kustomization.yaml', []],
    ['/r/base/elsewhere.yaml', []],
    ['/r/one/kustomization.yaml', []],
  ])('%s: %s', (path, overlays) => {
    expect(overlaysThrough(path, nearby).toSorted()).toEqual(overlays);
  });
});

test('a build goes through its kustomizations, their patches and resources, and fetches what is elsewhere', () => {
  const texts: Readonly<Record<string, string>> = { ...files, '/r/prod/patches/limits.yaml': 'kind: Job\n' };
  const layers = layersOf('/r/prod/eu', (path) => texts[path]);
  expect(filesThrough(layers)).toEqual(
    expect.arrayContaining(['/r/prod/kustomization.yaml', '/r/prod/patches/limits.yaml', '/r/base/job.yaml']),
  );
  const fetched = ['github.com/someone/else//deploy?ref=v1', 'https://example.com/job.yaml'];
  expect(fetchedBy(layers, () => false)).toEqual(fetched);
  expect(fetchedBy(layers, (path) => path.startsWith('/r/prod/eu/github.com/'))).toEqual(['https://example.com/job.yaml']);
});

describe('the namespace of what a file holds', () => {
  const kustomization = (folder: string, text: string) => ({ path: `/r/${folder}/kustomization.yaml`, text });
  const base = kustomization('base', 'namespace: base\nresources: [jobs/job.yaml]\n');
  const live = kustomization('live', 'namespace: live\nresources: [../base]\n');
  const over = kustomization('over', 'resources: [../live]\n');

  test.each([
    ['is that of the kustomization that lists it', [base], 'base'],
    ['is that of the overlay upon it', [base, live], 'live'],
    ['is that of the outermost that names one', [base, live, over], 'live'],
    [
      'is not known where two overlays give it two',
      [base, live, kustomization('test', 'namespace: test\nresources: [../base]\n')],
      undefined,
    ],
    [
      'is known where two overlays give it the same',
      [base, live, kustomization('test', 'namespace: live\nresources: [../base]\n')],
      'live',
    ],
    ['is none where none gives it one', [kustomization('base', 'resources: [jobs/job.yaml]\n'), over], undefined],
  ])('%s', (_, files, namespace) => {
    expect(namespaceThrough('/r/base/jobs/job.yaml', files)).toBe(namespace);
    expect(namespaceThrough('/r/base/jobs/other.yaml', files)).toBeUndefined();
  });

  test('ends where kustomizations build upon each other in a circle', () => {
    const [one, other] = [kustomization('a', 'namespace: x\nresources: [../b, job.yaml]\n'), kustomization('b', 'resources: [../a]\n')];
    expect(namespaceThrough('/r/a/job.yaml', [one, other])).toBe('x');
  });
});
