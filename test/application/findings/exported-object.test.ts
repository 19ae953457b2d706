import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { causesAmong } from '../../../server/application/located-finding.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { accept, objectNamed } from '../../../server/application/simulation/accept.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { writeYaml } from '../../../server/manifest/write-yaml.ts';
import { cronJobWith, jobWith } from '../../manifests.ts';
import { apply } from '../../text.ts';

interface Dump {
  readonly items: readonly { readonly kind: string; readonly metadata: { readonly uid: string } }[];
}

const dumps: Readonly<Record<string, Dump>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../simulations/node-dumps.json'), 'utf8'),
);
const exported = Object.entries(dumps).flatMap(([name, { items }]) =>
  items.filter(({ kind }) => kind === 'Job' || kind === 'CronJob').map((object) => [name, object] as const),
);

function analysed(text: string, file = 'job.yaml') {
  return createAnalyzer().analyse(TextDocument.create(`file:///${file}`, 'yaml', 1, text), defaultSettings);
}

const errorsIn = (text: string) => causesAmong(objectFindings(analysed(text))).filter(({ finding }) => finding.severity === 'error');

test.each(exported)('%s as it is read from a cluster has one error, is played, and its fix leaves a manifest', (_name, object) => {
  for (const text of [writeYaml([object]), JSON.stringify(object, null, 2)]) {
    const analysis = analysed(text);
    const [found, ...more] = errorsIn(text);
    expect([found?.finding.code, ...more.map(({ message }) => message)]).toEqual(['exported-object']);
    const ours = objectNamed(analysis);
    expect(ours && accept(analysis, ours, undefined).status).toBe('accepted');
    const mended = found ? apply(text, fixesOf(analysis, found)[0]?.edits ?? []) : '';
    expect(mended).not.toContain(object.metadata.uid);
    expect(errorsIn(mended)).toEqual([]);
    expect(objectFindings(analysed(mended)).map(({ finding }) => finding.code)).not.toContain('exported-object');
  }
});

test('where the server would take it, it is a note', () => {
  const text = cronJobWith('').replace('name: hello', 'name: hello\n  uid: 1-2\n  resourceVersion: "7"');
  const [note] = objectFindings(analysed(text)).filter(({ finding }) => finding.code === 'exported-object');
  expect(note?.finding).toMatchObject({ severity: 'info', reason: 'Advice' });
  expect(note && apply(text, fixesOf(analysed(text), note)[0]?.edits ?? [])).toBe(cronJobWith(''));
});

test('what else is wrong is told beside it', () => {
  const text = jobWith('parallelism: -1')
    .replace('name: hello', 'name: hello\n  uid: 1-2')
    .replace('template:', 'selector: {matchLabels: {a: b}}\n  template:');
  expect(errorsIn(text).map(({ finding }) => finding.code)).toEqual(['exported-object', 'number-negative']);
});

test.each([
  ['a creation time that says nothing', 'name: hello\n  creationTimestamp: null'],
  ['an annotation', 'name: hello\n  annotations: {uid: "1"}'],
])('%s does not make it one', (_what, metadata) => {
  expect(objectFindings(analysed(jobWith('').replace('name: hello', metadata))).map(({ finding }) => finding.code)).not.toContain(
    'exported-object',
  );
});
