import { isKubernetesVersion, type KubernetesVersion, newestVersion } from '../kubernetes/versions.ts';
import type { Language } from '../messages/render.ts';
import type { AdviceLevels } from '../validation/advice/index.ts';

/** The settings `kubejob.*`, read once when they change and never changed afterwards. */
export interface Settings {
  readonly kubernetesVersion: KubernetesVersion;
  readonly language: Language;
  /** Which findings of our own are shown: all, only those of things that will surely fail, or none. */
  readonly advice: 'all' | 'warnings' | 'off';
  /** How loud single pieces of advice are, by the code of their rule. */
  readonly rules: AdviceLevels;
  /** Off where another server judges the same files. */
  readonly validate: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: { readonly schedules: boolean; readonly durations: boolean; readonly defaults: boolean };
  /** Marks fields that differ from the committed version though Kubernetes would refuse to change them. */
  readonly immutableFields: boolean;
}

export const defaultSettings: Settings = {
  kubernetesVersion: newestVersion,
  language: 'en',
  advice: 'all',
  rules: {},
  validate: true,
  codeLens: true,
  inlayHints: { schedules: true, durations: true, defaults: false },
  immutableFields: true,
};

/** Reads what an editor sends for the section `kubejob`. What is missing or wrong has its default; `locale` is the editor's language. */
export function readSettings(value: unknown, locale: string): Settings {
  const read = (path: string): unknown => path.split('.').reduce<unknown>((from, name) => property(from, name), value);
  const flag = (path: string, otherwise: boolean): boolean => {
    const found = read(path);
    return typeof found === 'boolean' ? found : otherwise;
  };
  const version = read('kubernetesVersion');
  const language = read('language');
  const advice = read('advice');
  const { inlayHints } = defaultSettings;
  return {
    kubernetesVersion: typeof version === 'string' && isKubernetesVersion(version) ? version : defaultSettings.kubernetesVersion,
    language: language === 'en' || language === 'ko' ? language : /^ko\b/i.test(locale) ? 'ko' : 'en',
    rules: readRules(read('rules')),
    advice: advice === 'warnings' || advice === 'off' ? advice : 'all',
    validate: flag('validate.enabled', defaultSettings.validate),
    codeLens: flag('codeLens.enabled', defaultSettings.codeLens),
    inlayHints: {
      schedules: flag('inlayHints.schedules', inlayHints.schedules),
      durations: flag('inlayHints.durations', inlayHints.durations),
      defaults: flag('inlayHints.defaults', inlayHints.defaults),
    },
    immutableFields: flag('immutableFields.enabled', defaultSettings.immutableFields),
  };
}

function readRules(value: unknown): AdviceLevels {
  const rules = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(rules.filter(([, level]) => level === 'off' || level === 'info' || level === 'warning'));
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
