import { readVersionRange } from '../../kubernetes/version-range.ts';
import { kubernetesVersions, newestVersion } from '../../kubernetes/versions.ts';

// Every setting stands here once. Server and client read by this list; a test holds package.json and README to it.

/** What the names of all our settings begin with. */
export const section = 'kubejob';

/** One setting `kubejob.NAME`. */
export interface Setting<Value> {
  readonly name: string;
  /** What may be chosen; undefined for what is switched on and off. */
  readonly choices?: readonly string[];
  /** Whether `choices` are those of each rule by its name, not of the setting itself. */
  readonly byRule?: true;
  /** Whether a `.kubejob.yaml` may say it, too, under the same name. */
  readonly inConfiguration?: true;
  /** Where it may be set: in each folder, once for the window, or by the user of the machine alone. */
  readonly scope: 'resource' | 'window' | 'machine';
  readonly default: Value;
  /** What is sent, or the default where that is nothing that may be chosen. */
  readonly read: (sent: unknown) => Value;
}

/** How much is said beside the API server's verdict. */
export const adviceChoices = ['all', 'pitfalls', 'warnings', 'off'] as const;

/** In the order of the settings editor; the form is that of `Settings`. */
export const settingList = {
  /** The version that decides verdicts, columns and behaviour; of a range the newest, and what any of them refuses is told. */
  kubernetesVersion: { ...versions('kubernetesVersion'), inConfiguration: true },
  /** Of messages, hovers, lenses and the panel; `auto` is the editor's. */
  language: { ...choice('language', ['auto', 'en', 'ko'], 'auto'), scope: 'window' },
  /** Which findings of our own are shown: all, none of practices, only those of things that will surely fail, or none. */
  advice: { ...choice('advice', adviceChoices, 'all'), inConfiguration: true },
  /** How loud single pieces of advice are, by the code of their rule. */
  rules: { ...byRule('rules', ['off', 'info', 'warning', 'error']), inConfiguration: true },
  /** Off where another server judges the same files. */
  validate: flag('validate.enabled', true),
  codeLens: flag('codeLens.enabled', true),
  inlayHints: {
    schedules: flag('inlayHints.schedules', true),
    durations: flag('inlayHints.durations', true),
    defaults: flag('inlayHints.defaults', false),
  },
  /** Marks fields that differ from the committed version though Kubernetes would refuse to change them. */
  immutableFields: flag('immutableFields.enabled', true),
  /** Values such as `${NAME}` are filled in by a tool, also where no kustomization and no Flux Kustomization says so. */
  placeholders: { ...flag('placeholders', false), inConfiguration: true },
  /** Lets what the workspace's manifests say of a namespace speak of the Jobs in it. */
  namespaceFacts: flag('namespaceFacts.enabled', true),
  helm: {
    /** The program that renders charts in trusted workspaces; a name is looked for along PATH. */
    path: text('helm.path', 'helm'),
    /** Files of values that charts are rendered with beside their own, from the chart's folder. */
    valuesFiles: { ...texts('helm.valuesFiles'), inConfiguration: true },
  },
  kustomize: {
    /** The program that builds overlays in trusted workspaces where it is another one than that: otherwise kubectl builds them where it is there. */
    path: text('kustomize.path', 'kustomize'),
  },
  kubectl: {
    /** The program that builds overlays, and asks a cluster where the user asks for it. */
    path: text('kubectl.path', 'kubectl'),
  },
} as const;

/** All of them, one after the other. */
export const allSettings: readonly Setting<unknown>[] = Object.values(settingList).flatMap((entry) =>
  'read' in entry ? [entry] : Object.values(entry),
);

/** The language that a setting chooses in an editor whose own is `locale`. */
export function languageOf(setting: 'auto' | 'en' | 'ko', locale: string): 'en' | 'ko' {
  if (setting !== 'auto') return setting;
  return /^ko\b/i.test(locale) ? 'ko' : 'en';
}

function choice<const Value extends string>(name: string, choices: readonly Value[], otherwise: Value): Setting<Value> {
  return { name, choices, scope: 'resource', default: otherwise, read: (sent) => choices.find((one) => one === sent) ?? otherwise };
}

/** Any range of versions; those that end with the newest are offered. */
function versions(name: string): Setting<string> {
  const ranges = kubernetesVersions.slice(0, -1).map((one) => `${one}-${newestVersion}`);
  const read = (sent: unknown) => (typeof sent === 'string' && readVersionRange(sent) ? sent : newestVersion);
  return { name, choices: [...kubernetesVersions, ...ranges], scope: 'resource', default: newestVersion, read };
}

function flag(name: string, otherwise: boolean): Setting<boolean> {
  return { name, scope: 'resource', default: otherwise, read: (sent) => (typeof sent === 'boolean' ? sent : otherwise) };
}

/** What names a program: no file of a workspace may say it. */
function text(name: string, otherwise: string): Setting<string> {
  return {
    name,
    scope: 'machine',
    default: otherwise,
    read: (sent) => (typeof sent === 'string' && sent.trim() !== '' ? sent : otherwise),
  };
}

function texts(name: string): Setting<readonly string[]> {
  const read = (sent: unknown) => (Array.isArray(sent) ? sent.filter((one) => typeof one === 'string') : []);
  return { name, scope: 'resource', default: [], read };
}

function byRule<const Value extends string>(name: string, choices: readonly Value[]): Setting<Readonly<Record<string, Value>>> {
  const read = (sent: unknown) => {
    const levels = Object.entries(typeof sent === 'object' && sent !== null ? sent : {});
    return Object.fromEntries(levels.flatMap(([rule, level]) => choices.filter((one) => one === level).map((one) => [rule, one])));
  };
  return { name, choices, byRule: true, scope: 'resource', default: {}, read };
}
