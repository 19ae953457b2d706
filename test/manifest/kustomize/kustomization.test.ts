import { describe, expect, test } from 'vitest';
import { readKustomization } from '../../../server/manifest/kustomize/kustomization.ts';

describe('the files beside a kustomization that it lists as patches', () => {
  test.each([
    ['none', 'resources: [job.yaml]\n', []],
    ['patches by path', 'patches:\n  - path: a.yaml\n  - path: ./b.yaml\n    target: {kind: Job}\n', ['a.yaml', 'b.yaml']],
    ['patches in place', 'patches:\n  - patch: |-\n      kind: Job\n', []],
    ['strategic merges', 'patchesStrategicMerge:\n  - a.yaml\n  - |-\n    kind: Job\n    spec: {parallelism: 2}\n', ['a.yaml']],
    ['both', 'patches: [{path: a.yaml}]\npatchesStrategicMerge: [b.yaml]\n', ['a.yaml', 'b.yaml']],
    ['a way that comes back', 'patches: [{path: deep/../a.yaml}]\n', ['a.yaml']],
    ['other folders', 'patches: [{path: deep/a.yaml}, {path: ../b.yaml}, {path: ../../c/d.yaml}, {path: /e.yaml}]\n', []],
    ['what is no list', 'patches: a.yaml\npatchesStrategicMerge: {path: a.yaml}\n', []],
    ['what is no path', 'patches: [a.yaml, {path: 3}, null]\npatchesStrategicMerge: [{path: a.yaml}, 7]\n', []],
    ['nothing', '', []],
    ['no YAML', 'patches: [', []],
    ['JSON', '{"patches":[{"path":"a.json"}]}', ['a.json']],
  ])('%s', (_name, text, expected) => {
    expect([...readKustomization(text).patches]).toEqual(expected);
  });
});
