import { describe, expect, test } from 'vitest';
import { filledIn, substituted, variablesOf } from '../../../server/manifest/kustomize/flux-variables.ts';
import { surroundingsOf } from '../../../server/manifest/kustomize/surroundings.ts';
import { parseManifests } from '../../../server/manifest/parse.ts';

const known = { values: { REGION: 'north', COUNT: '3', EMPTY: '' }, isWhole: true, open: [] };

test.each([
  [`\${REGION}-1`, 'north-1'],
  [`\${COUNT:=5} \${OTHER:=5} \${OTHER:-6} \${OTHER=7} \${EMPTY:=8}`, '3 5 6 7 8'],
  [`\${OTHER} \${EMPTY} $REGION \${REGION,,}`, `\${OTHER}  $REGION \${REGION,,}`],
])('Flux makes of %s: %s', (text, filled) => {
  expect(substituted(text, known)).toBe(filled);
});

describe('a document as Flux applies it', () => {
  const applied = (text: string) => parseManifests(text).documents.map(({ body }) => filledIn(known)(body).value)[0];

  test('numbers become numbers, quotes or not, as kustomize writes no quotes that YAML does not need', () => {
    expect(applied(`a: \${COUNT}\nb: "\${COUNT}"\nc: "no \${COUNT}"\nd: "\${EMPTY}"\ne: |\n  \${COUNT}\nf: "\${COUNT}: x"\n`)).toEqual({
      ...{ a: 3, b: 3, c: 'no 3', d: null, e: '3\n', f: '3: x' },
    });
  });

  test('an object that says so is left as it is', () => {
    const text = (kind: string) => `metadata:\n  ${kind}: {kustomize.toolkit.fluxcd.io/substitute: disabled}\na: \${COUNT}\n`;
    expect(applied(text('annotations'))).toMatchObject({ a: `\${COUNT}` });
    expect(applied(text('labels'))).toMatchObject({ a: `\${COUNT}` });
  });
});

describe('the variables of a Flux Kustomization', () => {
  const objects = [
    { kind: 'ConfigMap', metadata: { name: 'one' }, data: { A: '1', B: '1' } },
    { kind: 'Secret', metadata: { name: 'two' }, data: { B: 'Mg==' }, stringData: { C: '2\n' } },
    { kind: 'Secret', metadata: { name: 'hidden' }, stringData: { D: 'ENC[x]' }, sops: {} },
  ];
  const from = (...names: readonly (readonly [string, string])[]) => ({
    spec: { postBuild: { substitute: { C: '3' }, substituteFrom: names.map(([kind, name]) => ({ kind, name })) } },
  });

  test('are those of its objects, the later ones before the earlier, and its own before all', () => {
    const all = variablesOf(from(['ConfigMap', 'one'], ['Secret', 'two']), objects);
    expect(all).toEqual({ values: { A: '1', B: '2', C: '3' }, isWhole: true, open: [] });
  });

  test.each(['hidden', 'elsewhere'])('are not all where a Secret is %s', (name) => {
    expect(variablesOf(from(['Secret', name]), objects)).toEqual({ values: { C: '3' }, isWhole: false, open: [] });
  });

  test('count for the files below its path; what two say differently stays open', () => {
    const flux = (path: string, region: string) =>
      `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  path: ${path}\n  postBuild:\n    substitute: {REGION: ${region}, COUNT: '3'}\n`;
    const north = { path: '/r/clusters/north.yaml', text: flux('./apps', 'north') };
    const south = { path: '/r/clusters/south.yaml', text: flux('./apps', 'south') };
    expect(surroundingsOf('/r/apps/job.yaml', [north])).toMatchObject({
      isFilledIn: true,
      variables: { values: { REGION: 'north', COUNT: '3' } },
    });
    expect(surroundingsOf('/r/other/job.yaml', [north])).toEqual({ isPatch: false, isFilledIn: false });
    const { variables } = surroundingsOf('/r/apps/job.yaml', [north, south]);
    expect(variables).toEqual({ values: { COUNT: '3' }, isWhole: true, open: ['REGION'] });
    expect(variables && substituted(`\${REGION} \${REGION:=x} \${COUNT}`, variables)).toBe(`\${REGION} \${REGION:=x} 3`);
  });
});
