import { readVersionRange, type VersionRange } from '../../kubernetes/version-range.ts';
import { newestVersion } from '../../kubernetes/versions.ts';
import { type NearbyFile, type Surroundings, surroundingsOf } from '../../manifest/kustomize/surroundings.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { isRecord } from '../../plain/record.ts';
import { type IgnoreEntry, readIgnoreEntries, rulesIgnoredIn, withIgnored } from './ignored-rules.ts';
import { type Settings, versionsOf } from './settings.ts';

/** The name of the file that says how a folder and those below it are to be judged. */
export const configurationName = '.kubejob.yaml';

/** What such a file says. What it says otherwise is not read here. */
export interface Configuration {
  /** The namespace of objects that name none. */
  readonly namespace: string | undefined;
  /** A file that says what is in force in namespaces: its path from the configuration's folder. */
  readonly facts: string | undefined;
  /** Whether a tool fills in values such as `${NAME}`. */
  readonly placeholders: boolean;
  /** The versions of Kubernetes that decide; undefined where it names none that is known. */
  readonly versions: VersionRange | undefined;
  /** What is not to be shown. */
  readonly ignore: readonly IgnoreEntry[];
}

export function readConfiguration(text: string): Configuration {
  const [document] = parseManifests(text).documents;
  const { namespace, facts, placeholders, ignore } = isRecord(document?.body.value) ? document.body.value : {};
  // As it is written: the number 1.30 would be 1.3.
  const version = document?.body.scalarSource(['kubernetesVersion'])?.text.replace(/^(['"])(.*)\1$/, '$2');
  return {
    namespace: textOf(namespace),
    facts: textOf(facts),
    placeholders: placeholders === true,
    versions: version === undefined ? undefined : readVersionRange(version),
    ignore: readIgnoreEntries(ignore),
  };
}

/** The settings in force where a configuration speaks of a file: its rules that are ignored, and its versions, unless somebody asked for others. */
export function configured(settings: Settings, { versions, ignore }: Configuration, path: string): Settings {
  const isAsked = settings.fixedVersion || settings.kubernetesVersion !== newestVersion || settings.olderVersions.length > 0;
  const inForce = versions && !isAsked ? { ...settings, ...versionsOf(versions) } : settings;
  return withIgnored(inForce, rulesIgnoredIn(path, ignore));
}

/** What files around a file say of it: kustomizations, Flux, and configurations above it. */
export function surroundingsWithConfiguration(path: string, nearby: readonly NearbyFile[]): Surroundings {
  const told = surroundingsOf(path, nearby);
  const isAbove = (of: string) => of.endsWith(`/${configurationName}`) && path.startsWith(of.slice(0, -configurationName.length));
  return { ...told, isFilledIn: told.isFilledIn || nearby.some((one) => isAbove(one.path) && readConfiguration(one.text).placeholders) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
