import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol, Range, SelectionRange } from 'vscode-languageserver-types';
import { createAnalyzer } from '../../server/application/analysis.ts';
import { defaultSettings } from '../../server/application/settings.ts';
import { foldingRanges } from '../../server/language/moving-about/folding.ts';
import { documentLinks, imagePage } from '../../server/language/moving-about/links.ts';
import { definition, highlights, prepareRename, references, rename } from '../../server/language/moving-about/references.ts';
import { selectionRanges } from '../../server/language/moving-about/selection.ts';
import { documentSymbols } from '../../server/language/moving-about/symbols.ts';
import { analysisOf } from '../analysis.ts';
import { apply, withCaret } from '../text.ts';
import { tokensOf } from './colours/tokens.ts';

const manifest = `apiVersion: batch/v1
kind: Job
metadata:
  name: import
spec:
  completions: 2
  podFailurePolicy:
    rules:
      - action: Count
        onExitCodes:
          containerName: main
          operator: In
          values: [1]
  template:
    metadata:
      labels:
        app: import
    spec:
      restartPolicy: Never
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels:
              app: import
      containers:
        - name: main
          image: busybox:1.36
          ports:
            - name: http
              containerPort: 80
          readinessProbe:
            httpGet: {port: http}
          volumeMounts:
            - name: "data"
              mountPath: /data
      volumes:
        - name: data
          emptyDir: {sizeLimit: 10Mi}
`;

/** The manifest with the caret in the n-th occurrence of a text. */
function at(text: string, occurrence = 0) {
  let offset = -1;
  for (let count = 0; count <= occurrence; count++) offset = manifest.indexOf(text, offset + 1);
  return withCaret(`${manifest.slice(0, offset + 1)}|${manifest.slice(offset + 1)}`);
}

/** The lines of places, and what stands there. */
function shown(text: string, ranges: readonly Range[]): string[] {
  return ranges.map(({ start, end }) => `${start.line}: ${text.split('\n')[start.line]?.slice(start.character, end.character)}`).sort();
}

describe('names', () => {
  test.each([
    ['a volume', '"data', 0, '38: data'],
    ['a container of a policy', 'main', 0, '27: main'],
    ['a port of a probe', 'http}', 0, '30: http'],
    ['a label of a selector', 'app: import', 1, '16: app'],
  ])('the definition of %s', (_, name, occurrence, expected) => {
    const { text, position } = at(name, occurrence);
    expect(
      shown(
        text,
        definition(analysisOf(text), position).map(({ range }) => range),
      ),
    ).toEqual([expected]);
  });

  test('references and highlights', () => {
    const { text, position } = at('name: data');
    const volume = { ...position, character: position.character + 6 };
    const analysis = analysisOf(text);
    expect(
      shown(
        text,
        references(analysis, volume, false).map(({ range }) => range),
      ),
    ).toEqual(['35: data']);
    expect(
      shown(
        text,
        highlights(analysis, volume).map(({ range }) => range),
      ),
    ).toEqual(['35: data', '38: data']);
  });

  test('renaming, quotes kept', () => {
    const { text, position } = at('"data"');
    const analysis = analysisOf(text);
    expect(prepareRename(analysis, position)).toMatchObject({ placeholder: 'data' });
    const edits = rename(analysis, position, 'cache')?.changes?.[analysis.text.uri] ?? [];
    expect(apply(text, edits)).toBe(manifest.replace('"data"', '"cache"').replace('name: data', 'name: cache'));
  });

  test('renaming a label together with its selector', () => {
    const { text, position } = at('app');
    const analysis = analysisOf(text);
    const edits = rename(analysis, position, 'team')?.changes?.[analysis.text.uri] ?? [];
    expect(apply(text, edits)).toBe(manifest.replaceAll('app:', 'team:'));
  });

  test('nothing where nothing is named', () => {
    const { text, position } = at('completions');
    const analysis = analysisOf(text);
    expect([prepareRename(analysis, position), rename(analysis, position, 'x'), definition(analysis, position)]).toEqual([null, null, []]);
  });
});

test('the outline', () => {
  const outline = (symbols: readonly DocumentSymbol[], depth: number): string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${'  '.repeat(depth)}${name}${detail ? ` (${detail})` : ''}`,
      ...outline(children ?? [], depth + 1),
    ]);
  expect(outline(documentSymbols(analysisOf(manifest)), 0)).toMatchSnapshot();
});

test('an outline never has more entries than editors show, and every object is in it', () => {
  const documents = Array.from({ length: 300 }, (_, at) => manifest.replace('name: import', `name: import-${at}`));
  const symbols = documentSymbols(analysisOf(documents.join('---\n')));
  const count = (list: readonly DocumentSymbol[]): number => list.reduce((sum, { children = [] }) => sum + 1 + count(children), 0);
  expect(symbols).toHaveLength(300);
  expect(count(symbols)).toBeLessThanOrEqual(2800);
});

test('an outline moves with its document', () => {
  const analyzer = createAnalyzer();
  const ranges = (text: string, version: number) => {
    const [symbol] = documentSymbols(analyzer.analyse(TextDocument.create('file:///a.yaml', 'yaml', version, text), defaultSettings));
    return symbol?.children?.map(({ name, range }) => `${name} ${range.start.line}`);
  };
  const text = 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\n';
  expect(ranges(`---\n${text}`, 1)).toEqual(['apiVersion 1', 'kind 2', 'metadata 3']);
  expect(ranges(`---\n${text}---\nb: 1\n`, 2)).toEqual(['apiVersion 1', 'kind 2', 'metadata 3']);
  expect(ranges(`# one\n---\n${text}`, 3)).toEqual(['apiVersion 2', 'kind 3', 'metadata 4']);
});

test('the outline has nothing of what an alias stands for', () => {
  const text = 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n  selector: &x {matchLabels: {a: b}}\n  template: *x\n';
  const [object] = documentSymbols(analysisOf(text));
  const spec = object?.children?.find(({ name }) => name === 'spec');
  expect(spec?.children?.map(({ name, children }) => [name, children?.length])).toEqual([
    ['selector', 1],
    ['template', 0],
  ]);
});

test('folding', () => {
  const text = '# one\n# two\nkind: Job\nspec:\n  list:\n  - a: 1\n    b: 2\n\n  - c: 3\nlast: 1\n---\nkind: Pod\nspec:\n  a: 1\n';
  expect(foldingRanges(analysisOf(text)).map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
    [0, 1],
    [3, 8],
    [4, 8],
    [5, 6],
    [10, 13],
    [12, 13],
  ]);
});

test('selection grows from the value to the file', () => {
  const { text, position } = at('busybox');
  const steps: string[] = [];
  for (let range: SelectionRange | undefined = selectionRanges(analysisOf(text), [position])[0]; range; range = range.parent)
    steps.push(`${range.range.start.line}:${range.range.start.character}-${range.range.end.line}:${range.range.end.character}`);
  expect(steps.slice(0, 2)).toEqual(['28:17-28:29', '28:10-28:29']);
  expect(steps.at(-1)).toBe('0:0-40:0');
});

test('links to registries and documentation', () => {
  const targets = documentLinks(analysisOf(manifest)).map(({ target }) => target);
  expect(targets).toEqual(['https://kubernetes.io/docs/concepts/workloads/controllers/job/', 'https://hub.docker.com/_/busybox']);
  expect(
    ['luksa/batch-job', 'docker.io/library/a:1', 'quay.io/a/b:2', 'ghcr.io/a/b@sha256:1', 'localhost:5000/a', '{{ .Values.image }}'].map(
      imagePage,
    ),
  ).toEqual([
    'https://hub.docker.com/r/luksa/batch-job',
    'https://hub.docker.com/_/a',
    'https://quay.io/repository/a/b',
    'https://ghcr.io/a/b',
    undefined,
    undefined,
  ]);
});

test('colours of what YAML takes for plain text', () => {
  const text = `${manifest}---\napiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: "*/5 9-17 * * MON"\n`;
  expect(tokensOf(text)).toEqual([
    'main variable',
    '1 enumMember',
    'main variable declaration',
    'http variable declaration',
    'http variable',
    'data variable',
    'data variable declaration',
    '10 number',
    'Mi keyword',
    '* keyword',
    '/ operator',
    '5 number',
    '9 number',
    '- operator',
    '17 number',
    '* keyword',
    '* keyword',
    'MON enumMember',
  ]);
});
