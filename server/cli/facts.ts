import { dirname, join, resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FactDocument } from '../admission/namespace-facts.ts';
import { checkConfiguration } from '../application/configuration/check-configuration.ts';
import { readConfiguration } from '../application/configuration/configuration.ts';
import { configurationName } from '../application/configuration/configuration-name.ts';
import { type AllFacts, type ConfiguredFacts, configuredNamespace } from '../application/facts/facts-at.ts';
import { factDocuments, gatheredFacts, type KnownFacts, nothingKnown } from '../application/facts/known-facts.ts';
import { readFacts } from '../application/facts/read-facts.ts';
import { rangeOfFault } from '../application/text-fault.ts';
import { filesAbove, placesForFilesAbove } from '../files/files-above.ts';
import type { KustomizationsBeside } from '../files/kustomizations-beside.ts';
import { type FoundFile, readAhead } from '../files/manifests-at.ts';
import { readFile, type Unread } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';
import { render } from '../messages/render.ts';
import { asText } from './as-text.ts';
import { pathInProject } from './report/path-in-project.ts';

/** What `--facts` asks for: a file, nothing (`--no-facts`), or what the files of the call say. */
export type FactsOption = string | boolean | undefined;

/** What is known of namespaces, and the files of the call, some of which were read for it. */
export interface FactsOfCall {
  readonly facts: AllFacts;
  readonly files: readonly FoundFile[];
  /** What configurations say that nobody can follow, in words. */
  readonly notFollowed: readonly string[];
}

/**
 * What is known of namespaces: what the files of a call say, or the file of facts that a configuration above them names; or
 * else, for all of them, the file that was asked for.
 */
export function factsOfCall(
  asked: FactsOption,
  files: readonly FoundFile[],
  beside: KustomizationsBeside,
  charts: readonly string[] = [],
): FactsOfCall | Unread {
  const places = [...files.map(({ file }) => file), ...charts.map((chart) => join(chart, 'Chart.yaml'))];
  const { notFollowed, facts: ofFolders } = configuredAbove(places, asked === undefined);
  if (asked === false) return { facts: { ...nothingKnown, configured: [] }, files, notFollowed };
  if (typeof asked !== 'string') return { ...gather(files, ofFolders, beside), notFollowed };
  const facts = factsFile(asked);
  return 'unread' in facts ? facts : { facts: { ...facts, configured: ofFolders }, files, notFollowed };
}

/** Where configurations of some files stand, or would count if they did, and the files of facts that they name. */
export function configurationsBehind(places: readonly string[]): readonly string[] {
  return placesForFilesAbove(places, configurationName).flatMap((file) => {
    const read = asText(readFile(file));
    const { facts } = readConfiguration('text' in read ? read.text : '');
    return facts === undefined ? [file] : [file, resolve(dirname(file), facts)];
  });
}

type Gathered = Pick<FactsOfCall, 'facts' | 'files'>;

function gather(files: readonly FoundFile[], configured: readonly ConfiguredFacts[], { namespaceOf }: KustomizationsBeside): Gathered {
  const documents: FactDocument[] = [];
  const read = readAhead(files, ({ file, text }) => {
    const found = factDocuments(text);
    if (found.length === 0) return;
    const namespace = namespaceOf(file) ?? configuredNamespace(configured, resolve(file));
    for (const one of gatheredFacts(found, resolve(file), namespace)) documents.push(one);
  });
  return { facts: { documents, namespace: undefined, configured }, files: read };
}

interface Configured {
  readonly facts: readonly ConfiguredFacts[];
  readonly notFollowed: readonly string[];
}

/** What configurations say; what they name as facts is read where nothing else was asked for. */
function configuredAbove(places: readonly string[], withFacts: boolean): Configured {
  const configured: ConfiguredFacts[] = [];
  const notFollowed: string[] = [];
  for (const file of filesAbove(places, configurationName)) {
    const shown = shownName(pathInProject(file));
    const read = asText(readFile(file));
    if ('unread' in read) {
      notFollowed.push(read.unread);
      continue;
    }
    const text = TextDocument.create(file, 'yaml', 0, read.text);
    for (const fault of checkConfiguration(read.text)) {
      const { line, character } = rangeOfFault(fault, text).start;
      notFollowed.push(`${shown}:${line + 1}:${character + 1}: ${render(fault.finding.code, fault.finding.args)}`);
    }
    const { namespace, facts: named } = readConfiguration(read.text);
    const facts = named !== undefined && withFacts ? factsFile(resolve(dirname(file), named)) : undefined;
    if (facts && 'unread' in facts) notFollowed.push(`${shown}: ${facts.unread}`);
    configured.push({ folder: dirname(file), namespace, facts: facts && 'unread' in facts ? undefined : facts });
  }
  return { facts: configured, notFollowed };
}

function factsFile(file: string): KnownFacts | Unread {
  const read = asText(readFile(file));
  if ('unread' in read) return read;
  const facts = readFacts(read.text);
  return 'fault' in facts ? { unread: `${shownName(file)}: ${shownName(facts.fault)}` } : facts;
}
