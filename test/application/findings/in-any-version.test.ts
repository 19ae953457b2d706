import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../../../server/application/analysis.ts';
import { configured, readConfiguration } from '../../../server/application/configuration/configuration.ts';
import { withVersionsOfChart } from '../../../server/application/configuration/versions-of-chart.ts';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { defaultSettings, readSettings, type Settings } from '../../../server/application/settings/settings.ts';
import { diagnosticsOf } from '../../../server/language/diagnostics.ts';
import { containerWith, jobWith } from '../../manifests.ts';

const withRules = containerWith('restartPolicy: Never\nrestartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]');
const ofVersions = (kubernetesVersion: string) => readSettings({ kubernetesVersion }, 'en');

function found(text: string, settings: Settings) {
  const analysis = createAnalyzer().analyse(TextDocument.create('file:///a.yaml', 'yaml', 1, text), settings);
  return fileFindings(analysis).map(({ finding, message, versions }) => ({ code: finding.code, path: finding.path, message, versions }));
}

test('what any version of a range refuses is told once, with those that do', () => {
  const errors = found(withRules, ofVersions('1.32-1.37')).filter(({ code }) => code === 'field-too-new');
  expect(errors).toMatchObject([{ versions: ['1.32', '1.33'], message: expect.stringMatching(/\(up to 1\.33\)$/) }]);
  expect(found(withRules, defaultSettings).filter(({ code }) => code === 'field-too-new')).toEqual([]);
});

test('what all of them refuse is told as ever', () => {
  const text = jobWith('parallelism: -1');
  const [one] = found(text, ofVersions('1.33-1.37')).filter(({ code }) => code === 'number-negative');
  expect(one).toEqual(found(text, defaultSettings).find(({ code }) => code === 'number-negative'));
});

test('of a version alone it is what that version says', () => {
  expect(found(withRules, ofVersions('1.33-1.33'))).toEqual(found(withRules, ofVersions('1.33')));
});

test('an edit is judged in all of them anew', () => {
  const analyzer = createAnalyzer();
  const document = TextDocument.create('file:///a.yaml', 'yaml', 1, withRules);
  const settings = ofVersions('1.33-1.37');
  expect(fileFindings(analyzer.analyse(document, settings)).some(({ versions }) => versions)).toBe(true);
  TextDocument.update(document, [{ text: jobWith('') }], 2);
  expect(fileFindings(analyzer.analyse(document, settings)).some(({ versions }) => versions)).toBe(false);
});

test('with the default an editor hints at a field that an older supported version does not know', () => {
  const text = containerWith('').replace('restartPolicy', 'evictionResponders: [{name: a.example/b, priority: 1}]\n      restartPolicy');
  const hints = (settings: Settings) =>
    diagnosticsOf(createAnalyzer().analyse(TextDocument.create('file:///a.yaml', 'yaml', 1, text), settings)).filter(
      ({ code }) => code === 'field-since',
    );
  expect(hints(defaultSettings)).toMatchObject([{ severity: 4, message: expect.stringContaining('Known from Kubernetes 1.37 on') }]);
  expect(hints(ofVersions('1.36-1.37'))).toEqual([]);
  expect(hints(ofVersions('1.37'))).toEqual([]);
  expect(hints(configured(defaultSettings, readConfiguration('kubernetesVersion: 1.37\n'), 'a.yaml'))).toEqual([]);
  expect(hints(configured(defaultSettings, readConfiguration('advice: all\n'), 'a.yaml'))).toHaveLength(1);
  expect(hints(withVersionsOfChart(defaultSettings, 'kubeVersion: ">=1.37"\n'))).toEqual([]);
  expect(hints(withVersionsOfChart(defaultSettings, 'kubeVersion: ">=99"\n'))).toHaveLength(1);
  expect(found(text, defaultSettings).map(({ code }) => code)).not.toContain('field-since');
});
