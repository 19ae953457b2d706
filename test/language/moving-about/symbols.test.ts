import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { documentSymbols } from '../../../server/language/moving-about/symbols.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';
import { indented, unindented } from '../../text.ts';

const manifest = jobWith({
  spec: `
    completions: 2
    podFailurePolicy:
      rules:
        - action: Count
          onExitCodes: {operator: In, values: [1]}
  `,
  pod: 'topologySpreadConstraints: [{maxSkew: 1}]',
  container: `
    ports: [{name: http, containerPort: 80}]
    volumeMounts: [{name: data, mountPath: /data}]
  `,
});

/** Each entry on a line, those in it further to the right, details in parentheses. */
function outline(symbols: readonly DocumentSymbol[]): string {
  return symbols
    .map(({ name, detail, children = [] }) => `${name}${detail ? ` (${detail})` : ''}\n${indented(outline(children), 2)}`)
    .join('');
}

test('the outline says what a Job does, and of which objects it is made', () => {
  expect(outline(documentSymbols(analysisOf(manifest)))).toBe(
    unindented(`
      hello (Job · 2 pods · at most 8 pods)
        metadata
        spec
          podFailurePolicy
            rules
              Count
          template
            spec
              topologySpreadConstraints
                0
              containers
                main
    `),
  );
});

test('the outline says how a Job ends as its lens does: by the scenario beside it, and by its deadline', () => {
  const detailOf = (text: string, scenario?: string) =>
    documentSymbols(analysisOf(text), scenario === undefined ? undefined : { file: 'file:///a.scenario.yaml', text: scenario })[0]?.detail;
  const one = jobWith({ spec: 'backoffLimit: 0\nactiveDeadlineSeconds: 40', container: 'command: [sleep, "5"]' });
  expect(detailOf(one)).toBe('Job · 1 pod · about 7 s');
  expect(detailOf(one, 'run: {for: 60}')).toBe('Job · 1 pod · fails at its deadline of 40 s');
  expect(detailOf(one, 'run: {for: 2, exit: 1}')).toBe('Job · 1 pod · fails after 4 s (BackoffLimitExceeded)');
});

test('an outline never has more entries than editors show, and every object is in it', () => {
  const documents = Array.from({ length: 300 }, (_, at) => manifest.replace('name: hello', `name: hello-${at}`));
  const symbols = documentSymbols(analysisOf(documents.join('---\n')));
  const count = (list: readonly DocumentSymbol[]): number => list.reduce((sum, { children = [] }) => sum + 1 + count(children), 0);
  expect(symbols).toHaveLength(300);
  expect(count(symbols)).toBeLessThanOrEqual(2800);
});

test('an outline moves with its document', () => {
  const analyzer = createAnalyzer();
  const lines = (text: string, version: number) => {
    const [symbol] = documentSymbols(analyzer.analyse(TextDocument.create('file:///a.yaml', 'yaml', version, text), defaultSettings));
    return symbol?.children?.map(({ name, range }) => `${name} ${range.start.line}`);
  };
  const text = 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {}\n';
  expect(lines(`---\n${text}`, 1)).toEqual(['metadata 3', 'spec 4']);
  expect(lines(`---\n${text}---\nb: 1\n`, 2)).toEqual(['metadata 3', 'spec 4']);
  expect(lines(`# one\n---\n${text}`, 3)).toEqual(['metadata 4', 'spec 5']);
});

test('the outline has nothing of what an alias stands for', () => {
  const text = unindented(`
    apiVersion: batch/v1
    kind: Job
    metadata: {name: a}
    spec:
      selector: &x {matchLabels: {a: b}}
      template: *x
  `);
  const spec = documentSymbols(analysisOf(text))[0]?.children?.find(({ name }) => name === 'spec');
  expect(outline(spec?.children ?? [])).toBe('selector\n  matchLabels\ntemplate\n');
});
