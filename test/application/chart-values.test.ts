import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/application/analysis.ts';
import { fileFindings } from '../../server/application/findings/file-findings.ts';
import { defaultSettings } from '../../server/application/settings/settings.ts';

const values = 'kind: CronJob\nimage: {tag: ""}\nschedule: "0 25 * * *"\nresources: {}\n';

function countIn(name: string, text = values): number {
  const document = TextDocument.create(`file:///charts/tool/${name}`, 'yaml', 1, text);
  return fileFindings(createAnalyzer().analyse(document, defaultSettings)).length;
}

test.each(['values.yaml', 'values-prod.yaml', 'values.schema.yml', 'ci/test-values.yaml', 'app.values.yaml'])(
  'a chart takes %s as it is',
  (name) => {
    expect(countIn(name)).toBe(0);
  },
);

test.each([
  'kind: CronJob\nspec: {foo: 1}\nmetadata: {x: y}\n',
  'apiVersion: batch/v1\nkind: CronJob\nschedule: "0 0 * * *"\nimage: a:b\n',
])('what names the kind that the chart is to make is no manifest: %j', (text) => {
  expect(countIn('values.yaml', text)).toBe(0);
  expect(countIn('job.yaml', text)).toBeGreaterThan(0);
});

test('elsewhere a kind without an API is a finding, and in such a file a whole manifest is judged', () => {
  expect(countIn('job.yaml')).toBeGreaterThan(0);
  expect(countIn('myvalues.yaml')).toBeGreaterThan(0);
  expect(countIn('values.yaml', 'apiVersion: batch/v1\nkind: Job\n')).toBeGreaterThan(0);
});
