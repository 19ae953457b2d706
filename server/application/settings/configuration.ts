import { type NearbyFile, type Surroundings, surroundingsOf } from '../../manifest/kustomize/surroundings.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { isRecord } from '../../plain/record.ts';
import { type IgnoreEntry, readIgnoreEntries } from './ignored-rules.ts';

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
  /** What is not to be shown. */
  readonly ignore: readonly IgnoreEntry[];
}

export function readConfiguration(text: string): Configuration {
  const [document] = parseManifests(text).documents;
  const { namespace, facts, placeholders, ignore } = isRecord(document?.body.value) ? document.body.value : {};
  return { namespace: textOf(namespace), facts: textOf(facts), placeholders: placeholders === true, ignore: readIgnoreEntries(ignore) };
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
