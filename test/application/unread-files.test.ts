import { expect, test, vi } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../server/application/analysis.ts';
import { fileFindings } from '../../server/application/findings/file-findings.ts';
import { defaultSettings } from '../../server/application/settings/settings.ts';

const reads = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../server/manifest/compose.ts', async (original) => {
  const { compose, ...others } = await original<typeof import('../../server/manifest/compose.ts')>();
  return {
    ...others,
    compose(text: string) {
      reads.count++;
      return compose(text);
    },
  };
});
vi.mock('../../server/manifest/plain-yaml.ts', async (original) => {
  const { readPlainYaml, ...others } = await original<typeof import('../../server/manifest/plain-yaml.ts')>();
  return {
    ...others,
    readPlainYaml(text: string) {
      reads.count++;
      return readPlainYaml(text);
    },
  };
});

test.each([
  ['a Job', 'apiVersion: batch/v1\nkind: Job\n', true],
  [
    'a Deployment that runs batches of jobs',
    'apiVersion: apps/v1\nkind: Deployment\nmetadata: {labels: {app: job-runner}}\n---\n# a batch of jobs\n',
    false,
  ],
  ['an Ingress', 'apiVersion: networking.k8s.io/v1\nkind: Ingress\n', false],
  ['a script', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  run: |\n    for job in 1 2; do run \\\n      --batch-size 3; done\n', false],
  ['broken YAML', 'kind: Service\nspec: [\n', false],
])('%s is read as YAML: %j', (_, text, isRead) => {
  reads.count = 0;
  const analysis = createAnalyzer().analyse(TextDocument.create('file:///a.yaml', 'yaml', 1, text), defaultSettings);
  fileFindings(analysis);
  expect(reads.count > 0).toBe(isRead);
});
