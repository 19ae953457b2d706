import { parseManifests } from '../../manifest/parse.ts';
import { isRecord } from '../../plain/record.ts';

/** The name of the file that says how a folder and those below it are to be judged. */
export const configurationName = '.kubejob.yaml';

/** What such a file says. What it says otherwise is not read here. */
export interface Configuration {
  /** The namespace of objects that name none. */
  readonly namespace: string | undefined;
  /** A file that says what is in force in namespaces: its path from the configuration's folder. */
  readonly facts: string | undefined;
}

export function readConfiguration(text: string): Configuration {
  const [document] = parseManifests(text).documents;
  const { namespace, facts } = isRecord(document?.body.value) ? document.body.value : {};
  return { namespace: textOf(namespace), facts: textOf(facts) };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
