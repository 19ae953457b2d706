import type { Severity } from '../../kubernetes/finding/finding.ts';
import { severities } from '../../kubernetes/finding/severities.ts';
import { readVersionRange, type VersionRange } from '../../kubernetes/version-range.ts';
import type { ManifestBody } from '../../manifest/document.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { readScenario } from '../../simulator/scenario/scenario-reader.ts';
import { adviceChoices, type Setting, settingList } from '../settings/setting-list.ts';
import { type Settings, versionsOf } from '../settings/settings.ts';
import { type IgnoreEntry, isAmong, readIgnoreEntries, rulesIgnoredIn } from './ignored-rules.ts';

/** What a `.kubejob.yaml` says. What is wrong in it says nothing; `check-configuration.ts` tells of it. */
export interface Configuration {
  /** The namespace of objects that name none. */
  readonly namespace: string | undefined;
  /** A file that says what is in force in namespaces: its path from the configuration's folder. */
  readonly facts: string | undefined;
  /** Whether a tool fills in values such as `${NAME}`. */
  readonly placeholders: boolean;
  /** The versions of Kubernetes that decide; undefined where it names none that is known. */
  readonly versions: VersionRange | undefined;
  readonly advice: Settings['advice'] | undefined;
  readonly rules: Settings['rules'];
  readonly valuesFiles: readonly string[];
  /** The least severity that makes a run of the command line fail. */
  readonly failOn: Severity | undefined;
  /** What is not to be shown. */
  readonly ignore: readonly IgnoreEntry[];
  /** Patterns of files that are not to be judged. */
  readonly exclude: readonly string[];
  /** Fields of scenarios that hold for all of them; none where they are no right scenario. */
  readonly scenario: Readonly<Record<string, unknown>>;
}

export function readConfiguration(text: string): Configuration {
  const [document] = parseManifests(text).documents;
  const said = document && configurationValue(document.body);
  const value = isRecord(said) ? said : {};
  const setting = <Value>({ name, read }: Setting<Value>): Value | undefined => {
    const written = valueAt(value, name.split('.'));
    return written === undefined ? undefined : read(written);
  };
  const { namespace, facts, ignore, exclude, failOn, scenario } = value;
  const version = document && versionAsWritten(document.body);
  return {
    namespace: textOf(namespace),
    facts: textOf(facts),
    placeholders: setting(settingList.placeholders) ?? false,
    versions: version === undefined ? undefined : readVersionRange(version),
    advice: adviceChoices.find((one) => one === value['advice']),
    rules: setting(settingList.rules) ?? {},
    valuesFiles: setting(settingList.helm.valuesFiles) ?? [],
    failOn: severities.find((one) => one === failOn),
    ignore: readIgnoreEntries(ignore),
    exclude: Array.isArray(exclude) ? exclude.filter((one) => typeof one === 'string') : [],
    scenario: isRecord(scenario) && 'scenario' in readScenario(scenario) ? scenario : {},
  };
}

/**
 * The settings in force where a configuration speaks of a file, by its path from the configuration's folder with `/` between folders.
 * What somebody has set (`asked`) holds all the same; of rules each for itself.
 */
export function configured(settings: Settings, configuration: Configuration, path: string): Settings {
  const { versions, advice, rules, valuesFiles, failOn, ignore, exclude, scenario } = configuration;
  const isAsked = ({ name }: Setting<unknown>) => settings.asked.includes(name);
  const { helm } = settings;
  return {
    ...settings,
    ...(versions && !isAsked(settingList.kubernetesVersion) ? { ...versionsOf(versions), kubeVersion: undefined } : {}),
    ...(advice && !isAsked(settingList.advice) ? { advice } : {}),
    rules: { ...rules, ...settings.rules },
    helm: isAsked(settingList.helm.valuesFiles) ? helm : { ...helm, valuesFiles },
    ignored: rulesIgnoredIn(path, ignore),
    validate: settings.validate && !isAmong(path, exclude),
    failOn,
    scenario,
  };
}

/** The names of the settings that somebody has set though the configuration says them, too; rules where both speak of the same one. */
export function overriddenIn({ versions, advice, rules, valuesFiles }: Configuration, { asked, ...settings }: Settings): readonly string[] {
  const { kubernetesVersion, advice: advised, rules: levels, helm } = settingList;
  // The settings in force hold the rules of both: those that differ are the editor's.
  const changesRules = Object.entries(rules).some(([rule, level]) =>
    Object.entries(settings.rules).some(([one, other]) => one === rule && other !== level),
  );
  const said = [
    ...(versions ? [kubernetesVersion.name] : []),
    ...(advice ? [advised.name] : []),
    ...(changesRules ? [levels.name] : []),
    ...(valuesFiles.length > 0 ? [helm.valuesFiles.name] : []),
  ];
  return said.filter((name) => asked.includes(name));
}

/** What is written, but that `off` is a word where levels stand: it is a boolean as Kubernetes reads YAML. */
export function configurationValue({ value }: ManifestBody): unknown {
  if (!isRecord(value)) return value;
  const { advice, rules } = value;
  const word = (one: unknown) => (one === false ? 'off' : one);
  return {
    ...value,
    ...(advice === undefined ? {} : { advice: word(advice) }),
    ...(isRecord(rules) ? { rules: Object.fromEntries(Object.entries(rules).map(([name, level]) => [name, word(level)])) } : {}),
  };
}

/** The number 1.30 would be 1.3; undefined where there is no scalar. */
export function versionAsWritten(body: ManifestBody): string | undefined {
  return body.scalarSource([settingList.kubernetesVersion.name])?.text.replace(/^(['"])(.*)\1$/, '$2');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
