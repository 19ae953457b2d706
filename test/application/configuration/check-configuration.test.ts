import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkConfiguration } from '../../../server/application/configuration/check-configuration.ts';
import { configured, readConfiguration } from '../../../server/application/configuration/configuration.ts';
import { configurationFields, configurationSchema } from '../../../server/application/configuration/field-list.ts';
import { allSettings } from '../../../server/application/settings/setting-list.ts';
import { defaultSettings, readSettings } from '../../../server/application/settings/settings.ts';
import { textsIn } from '../../../server/messages/render.ts';

const texts = textsIn('en');

/** What is said of a configuration, each behind the text that it stands at. */
const said = (text: string) =>
  checkConfiguration(text).map(({ finding, start, end }) => `${text.slice(start, end)}: ${texts(finding.code, finding.args)}`);

const stays = (name: string) => `Kubernetes refuses '${name}' whatever stands here: mend the manifest, or leave it out with 'exclude'.`;

const everything = `kubernetesVersion: 1.30
advice: warnings
rules: {image-latest: error, many-retries: off}
placeholders: true
helm: {valuesFiles: [values-ci.yaml]}
failOn: warning
ignore: [image-latest, {rule: [port-twice], files: legacy/}, {files: old.yaml}]
exclude: [vendor/]
namespace: work
facts: cluster/work.yaml
scenario: {run: {for: 90s, exit: [{code: 1, share: 0.05}]}, cluster: {nodes: 2}}
`;

describe('a configuration', () => {
  test.each(['', '# nothing\n', 'rules:\nignore:\n', everything])('is right: %j', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each<[text: string, said: string[]]>([
    ['failon: error\n', ["failon: A configuration has no 'failon': write 'failOn'."]],
    ['helm: {values: [a]}\n', ["values: A configuration has no 'values': write 'valuesFiles'."]],
    ['failOn: loud\n', ["loud: 'failOn' must be one of error, warning, info."]],
    ['advice: 3\n', ["3: 'advice' must be text.", "3: 'advice' must be one of all, pitfalls, warnings, off."]],
    ['rules: {image-lates: off}\n', ["image-lates: There is no rule 'image-lates': write 'image-latest'."]],
    ['rules: {image-latest: loud}\n', ["loud: 'image-latest' must be one of off, info, warning, error."]],
    ['ignore:\n- qqqqqqqqqqqq\n', ["qqqqqqqqqqqq: There is no rule 'qqqqqqqqqqqq': 'kubejob rule' lists them all."]],
    ['ignore:\n- rule: many-retrys\n', ["many-retrys: There is no rule 'many-retrys': write 'many-retries'."]],
    ['ignore:\n- rule: [port-twic]\n', ["port-twic: There is no rule 'port-twic': write 'port-twice'."]],
    ['ignore: [unknown-field]\n', [`unknown-field: ${stays('unknown-field')}`]],
    ['ignore:\n- {rule: [image-latest, job-restart-policy], files: legacy/}\n', [`job-restart-policy: ${stays('job-restart-policy')}`]],
    ['ignore: [fix-replace]\n', ["fix-replace: There is no rule 'fix-replace': 'kubejob rule' lists them all."]],
    ['rules: {unknown-field: off}\n', [`unknown-field: ${stays('unknown-field')}`]],
    [
      'rules: {port-twice: error}\n',
      ["port-twice: Only rules of our own have levels, and 'port-twice' is a warning of Kubernetes: 'ignore' silences it."],
    ],
    ['ignore: [{}]\n', ["{}: Say what is ignored: 'rule', 'files' or both."]],
    ['ignore: image-latest\n', ["image-latest: 'ignore' must be a list."]],
    [
      'kubernetesVersion: 1.3\n',
      ["1.3: Write a known version, or a range such as 1.33-1.37: '1.3' is none of 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37."],
    ],
    ['scenario:\n  run: {fro: 3}\n', ["fro: A scenario has no 'fro' here: write 'for'."]],
    ['- a\n', ["- a: 'configuration' must be a mapping."]],
  ])('is wrong: %j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('that is no YAML is told where it breaks, and what can be read of one with faults still counts', () => {
    expect(checkConfiguration('rules: {a\n').length).toBeGreaterThan(0);
    expect(readConfiguration('failon: error\nnamespace: work\nrules: {image-latest: loud, many-retries: off}\n')).toMatchObject({
      namespace: 'work',
      rules: { 'many-retries': 'off' },
    });
  });
});

describe('the settings where a configuration holds', () => {
  const configuration = readConfiguration(everything);
  const { scenario } = configuration;

  test('are its own, where nobody set any', () => {
    expect(configured(defaultSettings, configuration, 'a.yaml')).toEqual({
      ...defaultSettings,
      kubernetesVersion: '1.30',
      versionsAreSaid: true,
      advice: 'warnings',
      rules: { 'image-latest': 'error', 'many-retries': 'off' },
      helm: { path: 'helm', valuesFiles: ['values-ci.yaml'] },
      ignored: ['image-latest'],
      failOn: 'warning',
      scenario,
    });
    expect(configured(defaultSettings, configuration, 'vendor/a/b.yaml').validate).toBe(false);
  });

  test('are those that an editor sets, of rules each for itself; one that is set to its default, too', () => {
    const set = { kubernetesVersion: '1.37', advice: 'all', rules: { 'image-latest': 'info' }, helm: { valuesFiles: [] } };
    expect(configured(readSettings(set, 'en'), configuration, 'a.yaml')).toMatchObject({
      kubernetesVersion: '1.37',
      advice: 'all',
      rules: { 'image-latest': 'info', 'many-retries': 'off' },
      helm: { valuesFiles: [] },
    });
  });
});

test('the schema is that of the list of fields, and each setting that a configuration may say stands in it', () => {
  const read = (name: string) => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8'));
  expect(read('configuration')).toEqual(configurationSchema(read('scenario')));
  const shared = allSettings.filter(({ inConfiguration }) => inConfiguration).map(({ name }) => name.split('.')[0]);
  expect(shared.length).toBeGreaterThan(4);
  expect(Object.keys(configurationFields)).toEqual(expect.arrayContaining(shared));
});
