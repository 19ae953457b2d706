import type { Severity } from '../../kubernetes/finding/finding.ts';
import { readVersionRange, type VersionRange } from '../../kubernetes/version-range.ts';
import { type KubernetesVersion, newestVersion } from '../../kubernetes/versions.ts';
import type { FluxVariables } from '../../manifest/kustomize/flux-variables.ts';
import type { Surroundings } from '../../manifest/kustomize/surroundings.ts';
import type { Language } from '../../messages/render.ts';
import { valueAt } from '../../plain/node-path.ts';
import { oncePer } from '../../plain/once-per.ts';
import type { AdviceLevels } from '../../validation/advice/index.ts';
import { allSettings, languageOf, type Setting, settingList } from './setting-list.ts';

/** The settings `kubejob.*`, read once when they change and never changed afterwards; `setting-list.ts` says what each is. */
export interface Settings {
  readonly kubernetesVersion: KubernetesVersion;
  /** The other versions of a range: what any of them refuses is told as well. */
  readonly olderVersions: readonly KubernetesVersion[];
  /** Whether somebody said which versions count: a setting, a configuration above the file or the chart that it is in. */
  readonly versionsAreSaid: boolean;
  /** The `kubeVersion` of the chart that the text is in, where it decides which versions these are; no editor sends it. */
  readonly kubeVersion: string | undefined;
  /** Of the settings that a configuration may say those that somebody has set, by name: they hold whatever a configuration above the file says. */
  readonly asked: readonly string[];
  readonly language: Language;
  readonly advice: 'all' | 'pitfalls' | 'warnings' | 'off';
  readonly rules: AdviceLevels;
  /** The rules that a configuration above the file ignores in it; no editor sends them. */
  readonly ignored: readonly string[];
  /** What a configuration above the file lets a run of the command line fail on; no editor sends it. */
  readonly failOn: Severity | undefined;
  /** The fields of scenarios that a configuration above the file says for all of them, as they are written; no editor sends them. */
  readonly scenario: Readonly<Record<string, unknown>>;
  readonly validate: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: { readonly schedules: boolean; readonly durations: boolean; readonly defaults: boolean };
  readonly immutableFields: boolean;
  readonly placeholders: boolean;
  /** What Flux fills in for them; no editor sends it. */
  readonly variables: FluxVariables | undefined;
  readonly namespaceFacts: boolean;
  /** How charts are rendered. */
  readonly helm: { readonly path: string; readonly valuesFiles: readonly string[] };
  /** The programs that build overlays. */
  readonly kustomize: { readonly path: string };
  readonly kubectl: { readonly path: string };
}

/** Reads what an editor sends for the section `kubejob`. What is missing or wrong has its default; `locale` is the editor's language. */
export function readSettings(sent: unknown, locale: string): Settings {
  const read = <Value>({ name, read }: Setting<Value>): Value => read(valueAt(sent, name.split('.')));
  const {
    kubernetesVersion,
    language,
    advice,
    rules,
    validate,
    codeLens,
    inlayHints,
    immutableFields,
    placeholders,
    namespaceFacts,
    helm,
    kustomize,
    kubectl,
  } = settingList;
  return {
    ...versionsOf(readVersionRange(read(kubernetesVersion))),
    versionsAreSaid: askedIn(sent).includes(kubernetesVersion.name),
    kubeVersion: undefined,
    asked: askedIn(sent),
    language: languageOf(read(language), locale),
    advice: read(advice),
    rules: read(rules),
    ignored: [],
    failOn: undefined,
    scenario: {},
    validate: read(validate),
    codeLens: read(codeLens),
    inlayHints: {
      schedules: read(inlayHints.schedules),
      durations: read(inlayHints.durations),
      defaults: read(inlayHints.defaults),
    },
    immutableFields: read(immutableFields),
    placeholders: read(placeholders),
    variables: undefined,
    namespaceFacts: read(namespaceFacts),
    helm: { path: read(helm.path), valuesFiles: read(helm.valuesFiles) },
    kustomize: { path: read(kustomize.path) },
    kubectl: { path: read(kubectl.path) },
  };
}

/** The names of the settings that something is sent for which may be chosen. */
function askedIn(sent: unknown): readonly string[] {
  const isAsked = ({ name, read }: Setting<unknown>) => {
    const one = valueAt(sent, name.split('.'));
    return one !== undefined && JSON.stringify(read(one)) === JSON.stringify(one);
  };
  return allSettings.filter((one) => one.inConfiguration && isAsked(one)).map(({ name }) => name);
}

/** The settings of a range of versions; of the newest one where nobody says any. */
export function versionsOf(range: VersionRange | undefined): Pick<Settings, 'kubernetesVersion' | 'olderVersions' | 'versionsAreSaid'> {
  const [kubernetesVersion, olderVersions] = [range?.at(-1) ?? newestVersion, range?.slice(0, -1) ?? []];
  return { kubernetesVersion, olderVersions, versionsAreSaid: range !== undefined };
}

/** The versions in force as one writes them: `1.34`, or `1.33-1.37`. */
export function versionsInWords({ kubernetesVersion, olderVersions }: Pick<Settings, 'kubernetesVersion' | 'olderVersions'>): string {
  return [...olderVersions.slice(0, 1), kubernetesVersion].join('-');
}

/** The same settings for each of the older versions alone. */
export const eachOlderVersion: (settings: Settings) => readonly Settings[] = oncePer(
  (settings: Settings) => settings,
  (settings) => settings.olderVersions.map((kubernetesVersion) => ({ ...settings, kubernetesVersion, olderVersions: [] })),
);

/** Whether something around a text fills values in, and what Flux does. */
export type Filling = Pick<Surroundings, 'isFilledIn' | 'variables'>;

/** The same settings for a text that something around it fills in. */
export function asFilledIn(settings: Settings, { isFilledIn, variables }: Filling): Settings {
  if (!isFilledIn) return settings;
  return variables ? withVariables(variables)(settings) : placeholdersIn(settings);
}

const placeholdersIn: (settings: Settings) => Settings = oncePer(
  (settings: Settings) => settings,
  (settings) => ({ ...settings, placeholders: true }),
);

const withVariables = oncePer(
  (variables: FluxVariables) => variables,
  (variables) =>
    oncePer(
      (settings: Settings) => settings,
      (settings): Settings => ({ ...settings, placeholders: true, variables }),
    ),
);

/** Where nothing is set, in an English editor. */
export const defaultSettings: Settings = readSettings(undefined, 'en');
