import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { defaultSettings } from '../../../server/application/settings/settings.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { jobWith } from '../../manifests.ts';
import { apply, shown } from '../../text.ts';

const committed = jobWith('completions: 3\nparallelism: 1');

function changes(text: string, before: string | undefined, settings = defaultSettings) {
  const analyzer = createAnalyzer();
  analyzer.setCommitted('file:///a.yaml', before);
  const analysis = analyzer.analyse(TextDocument.create('file:///a.yaml', 'yaml', 1, text), settings);
  return objectFindings(analysis)
    .filter(({ finding }) => finding.code === 'immutable-change')
    .map((located) => ({
      at: shown(text, located.range),
      severity: located.finding.severity,
      reverted: apply(text, fixesOf(analysis, located)[0]?.edits ?? []),
    }));
}

test('marks what Kubernetes would refuse to change, and reverts it', () => {
  const changed = committed.replace('completions: 3', 'completions: 5').replace('1.36', '1.37').replace('parallelism: 1', 'parallelism: 2');
  expect(changes(changed, committed)).toEqual([
    { at: 'completions: «5»', severity: 'info', reverted: changed.replace('completions: 5', 'completions: 3') },
    { at: 'image: «busybox:1.37»', severity: 'info', reverted: changed.replace('1.37', '1.36') },
  ]);
});

test('a Job that a TTL removes cannot be changed either before it has ended', () => {
  const withTtl = committed.replace('spec:', 'spec:\n  ttlSecondsAfterFinished: 5');
  expect(changes(withTtl.replace('completions: 3', 'completions: 4'), withTtl).map(({ at }) => at)).toEqual(['completions: «4»']);
  expect(changes(withTtl.replace('completions: 3', 'completions: 4'), committed)).toHaveLength(1);
});

test.each([
  ['what may be changed', committed.replace('parallelism: 1', 'parallelism: 2'), committed],
  ['nothing changed', `# a comment\n${committed}`, committed],
  ['a default written out', committed.replace('spec:\n  comp', 'spec:\n  completionMode: NonIndexed\n  comp'), committed],
  ['git does not know the file', committed.replace('3', '5'), undefined],
  ['the Job has another name', committed.replace('3', '5').replace('name: hello', 'name: other'), committed],
  [
    'the Job gets a name of its own each time',
    committed.replace('3', '5').replace('name: hello', 'generateName: hello-'),
    committed.replace('name: hello', 'generateName: hello-'),
  ],
])('says nothing where %s', (_, text, before) => {
  expect(changes(text, before)).toEqual([]);
});

test('says nothing when switched off', () => {
  expect(changes(committed.replace('3', '5'), committed, { ...defaultSettings, immutableFields: false })).toEqual([]);
});
