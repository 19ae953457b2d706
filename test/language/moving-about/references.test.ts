import { describe, expect, test } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { definition, highlights, prepareRename, references, rename } from '../../../server/language/moving-about/references.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';
import { apply, caretIn, shown } from '../../text.ts';

const manifest = jobWith({
  spec: `
    completions: 2
    podFailurePolicy:
      rules:
        - {action: Count, onExitCodes: {containerName: main, operator: In, values: [1]}}
  `,
  podMetadata: 'labels: {app: import}',
  pod: `
    topologySpreadConstraints:
      - maxSkew: 1
        topologyKey: zone
        whenUnsatisfiable: DoNotSchedule
        labelSelector:
          matchLabels:
            app: import
    volumes:
      - name: data
        emptyDir: {}
  `,
  container: `
    ports: [{name: http, containerPort: 80}]
    readinessProbe: {httpGet: {port: http}}
    volumeMounts:
      - name: "data"
        mountPath: /data
  `,
});
const analysis = analysisOf(manifest);
const lines = (places: readonly { readonly range: Parameters<typeof shown>[1] }[]) =>
  places.map(({ range }) => shown(manifest, range)).sort();

/** The manifest after what the caret is on got another name. */
function renamed(at: string, name: string): string {
  return apply(manifest, rename(analysis, caretIn(manifest, at), name)?.changes?.[analysis.text.uri] ?? []);
}

describe('names', () => {
  test.each([
    ['a volume', '"da|ta"', '- name: «data»'],
    ['a container of a policy', 'containerName: ma|in', '- name: «main»'],
    ['a port of a probe', '{port: ht|tp}', 'ports: [{name: «http», containerPort: 80}]'],
    ['a label of a selector', 'matchLabels:\n              a|pp', 'labels: {«app»: import}'],
  ])('the definition of %s', (_, at, expected) => {
    expect(lines(definition(analysis, caretIn(manifest, at)))).toEqual([expected]);
  });

  test('references and highlights', () => {
    const volume = caretIn(manifest, '- name: da|ta');
    expect(lines(references(analysis, volume, false))).toEqual(['- name: "«data»"']);
    expect(lines(references(analysis, volume, true))).toEqual(['- name: "«data»"', '- name: «data»']);
    expect(highlights(analysis, volume).map(({ range, kind }) => `${kind} ${shown(manifest, range)}`)).toEqual([
      `${DocumentHighlightKind.Write} - name: «data»`,
      `${DocumentHighlightKind.Read} - name: "«data»"`,
    ]);
  });

  test('renaming, quotes kept', () => {
    expect(prepareRename(analysis, caretIn(manifest, '"da|ta"'))).toMatchObject({ placeholder: 'data' });
    expect(renamed('"da|ta"', 'cache')).toBe(manifest.replace('"data"', '"cache"').replace('name: data', 'name: cache'));
  });

  test('renaming a label together with its selector', () => {
    expect(renamed('{a|pp: import}', 'team')).toBe(manifest.replaceAll('app:', 'team:'));
  });

  test('nothing where nothing is named', () => {
    const here = caretIn(manifest, 'compl|etions');
    expect([prepareRename(analysis, here), rename(analysis, here, 'x')]).toEqual([null, null]);
    expect([definition(analysis, here), references(analysis, here, true), highlights(analysis, here)]).toEqual([[], [], []]);
  });
});
