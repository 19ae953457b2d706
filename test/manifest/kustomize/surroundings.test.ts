import { describe, expect, test } from 'vitest';
import { surroundingsOf } from '../../../server/manifest/kustomize/surroundings.ts';

const flux = (spec: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec: ${spec}\n`;

describe('a patch', () => {
  const isPatch = (path: string, text: string, of = '/r/overlays/prod/kustomization.yaml') =>
    surroundingsOf(path, [{ path: of, text }]).isPatch;

  test.each([
    ['in another folder', '/r/patches/a.yaml', 'patches: [{path: ../../patches/a.yaml, target: {kind: Job}}]'],
    ['in a folder below', '/r/overlays/prod/deep/a.yaml', 'patches: [{path: ./deep//a.yaml}]'],
    ['of the old list', '/r/overlays/a.yaml', 'patchesStrategicMerge: [../a.yaml]'],
    ['of a component', '/r/overlays/prod/a.yaml', 'kind: Component\npatches: [{path: a.yaml}]'],
  ])('%s is one', (_, path, text) => {
    expect(isPatch(path, text)).toBe(true);
  });

  test.each([
    ['another file of that name', '/r/base/a.yaml', 'patches: [{path: a.yaml}]'],
    ['a resource', '/r/overlays/prod/a.yaml', 'resources: [a.yaml]'],
    ['a patch in place', '/r/overlays/prod/a.yaml', 'patches: [{patch: "a.yaml"}]'],
    ['a way out of everything', '/a.yaml', 'patches: [{path: ../../../../../../a.yaml}]'],
  ])('%s is none', (_, path, text) => {
    expect(isPatch(path, text)).toBe(false);
  });

  test('is named by what says that it is a kustomization, whatever its name', () => {
    const text = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches: [{path: a.yaml}]';
    expect(isPatch('/r/a.yaml', text, '/r/other.yaml')).toBe(true);
    expect(isPatch('/r/a.yaml', 'patches: [{path: a.yaml}]', '/r/other.yaml')).toBe(false);
  });
});

describe('placeholders', () => {
  const isFilledIn = (path: string, text: string, of: string) => surroundingsOf(path, [{ path: of, text }]).isFilledIn;
  const substitute = '{path: ./apps/store, postBuild: {substitute: {A: b}}}';

  test.each([
    ['beside a Flux Kustomization', '/r/x/job.yaml', flux('{postBuild: {substituteFrom: [{kind: Secret, name: a}]}}'), '/r/x/ks.yaml'],
    ['below the path that it applies', '/r/apps/store/jobs/job.yaml', flux(substitute), '/r/clusters/ks.yaml'],
    ['below it, where it applies all', '/r/x/deep/job.yaml', flux('{path: ./, postBuild: {substitute: {A: b}}}'), '/r/ks.yaml'],
    ['below a kustomization with replacements', '/r/x/job.yaml', 'replacements: [{path: a.yaml}]', '/r/kustomization.yaml'],
    ['beside one with variables', '/r/job.yaml', 'vars: [{name: A}]', '/r/kustomization.yml'],
  ])('%s are filled in', (_, path, text, of) => {
    expect(isFilledIn(path, text, of)).toBe(true);
  });

  test.each([
    ['elsewhere than its path', '/r/apps/other/job.yaml', flux(substitute), '/r/clusters/ks.yaml'],
    ['where it substitutes nothing', '/r/x/job.yaml', flux('{path: ./x}'), '/r/x/ks.yaml'],
    ['beside a kustomization without', '/r/job.yaml', 'resources: [job.yaml]', '/r/kustomization.yaml'],
    ['above one with replacements', '/r/job.yaml', 'replacements: [{path: a.yaml}]', '/r/x/kustomization.yaml'],
  ])('%s are not', (_, path, text, of) => {
    expect(isFilledIn(path, text, of)).toBe(false);
  });
});
