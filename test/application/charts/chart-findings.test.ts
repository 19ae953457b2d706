import { expect, test } from 'vitest';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { chartFindings } from '../../../server/application/charts/chart-findings.ts';
import { nothingKnown } from '../../../server/application/facts/known-facts.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { cronJobWith } from '../../manifests.ts';

const file = 'templates/cron.yaml';

function codes(name: string): readonly string[] {
  const text = cronJobWith({ metadata: `name: ${name}` });
  const lines = text.split('\n').map((_, line) => ({ file, line }));
  const settings = { ...defaultSettings, advice: 'off' as const };
  return chartFindings(
    [{ template: file, number: 0, text, lines }],
    { text: () => text, valuesFiles: [] },
    { settings, facts: nothingKnown },
    createAnalyzer(),
  ).findings.map(({ finding }) => finding.code);
}

test.each([
  [`release-name-${'x'.repeat(45)}`, []],
  [`release-name-${'x'.repeat(55)}`, ['cron-job-name-length']],
  ['x'.repeat(58), ['cron-job-name-length']],
  ['release-name-X', ['name-dns-subdomain']],
])('%s: an error that a shorter name of the release takes away is none of the chart', (name, expected) => {
  expect(codes(name)).toEqual(expected);
});

test('an analyzer that has seen the chart before says the same of what changed as a new one', () => {
  const documents = (...limits: readonly number[]) =>
    limits.map((limit, number) => {
      const text = cronJobWith(`failedJobsHistoryLimit: ${limit}`);
      return { template: file, number, text, lines: text.split('\n').map((_, line) => ({ file: `${number}.yaml`, line })) };
    });
  const settings = { ...defaultSettings, advice: 'off' as const };
  const judged = (limits: readonly number[], analyzer = createAnalyzer()) =>
    chartFindings(
      documents(...limits),
      { text: () => undefined, valuesFiles: [] },
      { settings, facts: nothingKnown },
      analyzer,
    ).findings.map(({ file: at, finding }) => `${at} ${finding.code}`);
  const analyzer = createAnalyzer();
  for (const limits of [[1, -1], [1, 1], [-1, 1], [-1], [1, 2, -3]]) expect(judged(limits, analyzer)).toEqual(judged(limits));
  expect(judged([1, -1], analyzer)).toEqual(['1.yaml number-negative']);
});

test.each([
  ['{{ include "common.capabilities.cronjob.apiVersion" . }}', []],
  ['{{ template "batch.apiVersion" . }}', []],
  ['{{ include "tool.batch" . }}', ['cron-job-v1beta1']],
  ['{{ .Values.apiVersion }}', ['cron-job-v1beta1']],
])('an API version that is written by %s', (action, expected) => {
  const rendered = cronJobWith('').replace('batch/v1', 'batch/v1beta1');
  const template = rendered.replace('batch/v1beta1', action);
  const lines = rendered.split('\n').map((_, line) => ({ file, line }));
  const documents = [{ template: file, number: 0, text: rendered, lines }];
  const settings = { ...defaultSettings, advice: 'off' as const };
  const { findings } = chartFindings(
    documents,
    { text: () => template, valuesFiles: [] },
    { settings, facts: nothingKnown },
    createAnalyzer(),
  );
  expect(findings.map(({ finding }) => finding.code)).toEqual(expected);
});

test.each([
  ['an API version that helm chose because it asks no cluster', '{{ if .Capabilities.APIVersions.Has "batch/v1/CronJob" }}', []],
  ['one that a value chose', '{{ if .Values.new }}', ['cron-job-v1beta1']],
])('%s', (_what, condition, expected) => {
  const template = [condition, 'apiVersion: batch/v1', '{{ else }}', 'apiVersion: batch/v1beta1', '{{ end }}', 'kind: CronJob'].join('\n');
  const rendered = cronJobWith('').replace('batch/v1', 'batch/v1beta1');
  const lines = rendered.split('\n').map((_, line) => ({ file, line: line === 0 ? 3 : 5 }));
  const settings = { ...defaultSettings, advice: 'off' as const };
  const documents = [{ template: file, number: 0, text: rendered, lines }];
  const { findings } = chartFindings(
    documents,
    { text: () => template, valuesFiles: [] },
    { settings, facts: nothingKnown },
    createAnalyzer(),
  );
  expect(findings.map(({ finding }) => finding.code)).toEqual(expected);
});
