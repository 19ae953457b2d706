import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allSettings, type Setting, section } from '../../../server/application/settings/setting-list.ts';
import { defaultSettings, readSettings } from '../../../server/application/settings/settings.ts';
import { kubernetesVersions, newestVersion } from '../../../server/kubernetes/versions.ts';
import { isRecord } from '../../../server/plain/record.ts';

const settings = allSettings;
const manifest: {
  contributes: { configuration: { properties: Record<string, Record<string, unknown>> } };
  capabilities: { untrustedWorkspaces: { supported: unknown; restrictedConfigurations: readonly string[] } };
} = JSON.parse(readFileSync('package.json', 'utf8'));
const { properties } = manifest.contributes.configuration;
const readme = readFileSync('README.md', 'utf8');

/** How package.json has to describe a setting, but for the words of its choices. */
function described({ name, choices, byRule, default: value, scope }: Setting<unknown>, order: number) {
  const one = choices ? { type: 'string', enum: choices } : typeOf(value);
  return {
    ...(byRule ? { type: 'object', additionalProperties: one } : one),
    default: value,
    scope,
    order,
    markdownDescription: `%setting.${name.replace(/\.enabled$/, '')}%`,
  };
}

function typeOf(value: unknown) {
  return Array.isArray(value) ? { type: 'array', items: { type: 'string' } } : { type: typeof value };
}

function otherThan(value: unknown): unknown {
  if (Array.isArray(value)) return ['other'];
  return typeof value === 'string' ? 'other' : !value;
}

describe('the list of settings is', () => {
  test('what package.json contributes, with the same choices and defaults, in the same order', () => {
    const contributed = Object.entries(properties).map(([name, property]) => {
      const { enumItemLabels, markdownEnumDescriptions, ...rest } = property;
      for (const words of [enumItemLabels, markdownEnumDescriptions])
        if (words !== undefined) expect(words, name).toHaveLength(Array.isArray(rest['enum']) ? rest['enum'].length : 0);
      return [name, rest];
    });
    expect(contributed).toEqual(settings.map((setting, order) => [`${section}.${setting.name}`, described(setting, order)]));
  });

  test('programs that are named by the machine alone, and what helm is given counts for nothing in a workspace that is not trusted', () => {
    const programs = settings.filter(({ name }) => /\.path$/.test(name));
    expect(programs.map(({ name, scope }) => [name, scope])).toEqual([
      ['helm.path', 'machine'],
      ['kustomize.path', 'machine'],
      ['kubectl.path', 'machine'],
    ]);
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect([supported, restrictedConfigurations.toSorted()]).toEqual([
      'limited',
      ['helm.path', 'helm.valuesFiles', 'kubectl.path', 'kustomize.path'].map((name) => `${section}.${name}`),
    ]);
  });

  test("README's table, with the same defaults", () => {
    const rows = [...readme.matchAll(/^\| `kubejob\.([\w.]+)` \| `([^`]+)` \|/gm)].map(([, name, value]) => [name, value]);
    const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
    expect(rows).toEqual(settings.map((setting) => [setting.name, shown(setting.default)]));
  });

  test('what is read from an editor', () => {
    const other = (setting: Setting<unknown>) => {
      if (setting.byRule) return { 'image-latest': 'off' };
      return setting.choices ? setting.choices.find((one) => one !== setting.default) : otherThan(setting.default);
    };
    for (const setting of settings) {
      const sent = setting.name.split('.').reduceRight<unknown>((value, name) => ({ [name]: value }), other(setting));
      const changed = leaves(readSettings(sent, 'en')).filter(
        (leaf) => !leaves(defaultSettings).includes(leaf) && !/^\.(asked|versionsAreSaid)/.test(leaf),
      );
      // English is what an English editor has without being told.
      expect(changed, setting.name).toHaveLength(setting.name === 'language' ? 0 : 1);
    }
    expect(readSettings({ language: 'ko' }, 'en').language).toBe('ko');
  });
});

function leaves(value: unknown, path = ''): readonly string[] {
  if (!isRecord(value) || Object.keys(value).length === 0) return [`${path}=${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${path}.${name}`));
}

describe('what is sent', () => {
  test.each([
    ['nothing', undefined],
    ['what is no object', 'all'],
    [
      'what cannot be chosen',
      { kubernetesVersion: '1.2', advice: 'some', language: 'fr', rules: { a: 'loud' }, codeLens: { enabled: 'no' } },
    ],
  ])('counts for nothing: %s', (_, sent) => {
    expect(readSettings(sent, 'en')).toEqual(defaultSettings);
  });

  test.each([
    [undefined, 'ko-KR', 'ko'],
    [undefined, 'de', 'en'],
    ['auto', 'ko', 'ko'],
    ['en', 'ko', 'en'],
  ])('the language %s in an editor in %s', (language, locale, found) => {
    expect(readSettings({ language }, locale).language).toBe(found);
  });
});

test('the versions that there are stand in README and ARCHITECTURE, oldest and newest', () => {
  expect(kubernetesVersions.at(-1)).toBe(newestVersion);
  const named = [...(readme + readFileSync('ARCHITECTURE.md', 'utf8')).matchAll(/\b(1\.\d\d) to (1\.\d\d)\b/g)].map(([text]) => text);
  expect(named.length).toBeGreaterThan(0);
  expect(new Set(named)).toEqual(new Set([`${kubernetesVersions[0]} to ${newestVersion}`]));
});
