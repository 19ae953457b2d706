import { dirname, join, resolve } from 'node:path';
import type { FactDocument } from '../admission/namespace-facts.ts';
import { type AllFacts, type ConfiguredFacts, configuredNamespace } from '../application/facts/facts-at.ts';
import { factDocuments, factsFromFile, gatheredFacts, type KnownFacts, nothingKnown } from '../application/facts/known-facts.ts';
import { configurationName, readConfiguration } from '../application/settings/configuration.ts';
import { filesAbove } from '../files/files-above.ts';
import type { KustomizationsBeside } from '../files/kustomizations-beside.ts';
import { type FoundFile, readAhead } from '../files/manifests-at.ts';
import { readFile, type Unread } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';
import type { SyntaxProblem } from '../manifest/document.ts';
import { parseManifests } from '../manifest/parse.ts';
import { render } from '../messages/render.ts';

/** What `--facts` asks for: a file, nothing (`--no-facts`), or what the files of the call say. */
export type FactsOption = string | boolean | undefined;

/** What is known of namespaces, and the files of the call, some of which were read for it. */
export interface FactsOfCall {
  readonly facts: AllFacts;
  readonly files: readonly FoundFile[];
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
  if (asked === false) return { facts: { ...nothingKnown, configured: [] }, files };
  const places = [...files.map(({ file }) => file), ...charts.map((chart) => join(chart, 'Chart.yaml'))];
  const configured = configuredAbove(places, asked === undefined);
  if ('unread' in configured) return configured;
  if (typeof asked !== 'string') return gather(files, configured, beside);
  const facts = factsFile(asked);
  return 'unread' in facts ? facts : { facts: { ...facts, configured }, files };
}

function gather(files: readonly FoundFile[], configured: readonly ConfiguredFacts[], { namespaceOf }: KustomizationsBeside): FactsOfCall {
  const documents: FactDocument[] = [];
  const read = readAhead(files, ({ file, text }) => {
    const found = factDocuments(text);
    const namespace = found.length > 0 ? (namespaceOf(file) ?? configuredNamespace(configured, resolve(file))) : undefined;
    for (const one of gatheredFacts(found, resolve(file), namespace)) documents.push(one);
  });
  return { facts: { documents, namespace: undefined, configured }, files: read };
}

/** What configurations say; what they name as facts is read where nothing else was asked for. */
function configuredAbove(places: readonly string[], withFacts: boolean): readonly ConfiguredFacts[] | Unread {
  const configured: ConfiguredFacts[] = [];
  for (const file of filesAbove(places, configurationName)) {
    const read = readFile(file);
    if ('unread' in read) return read;
    const { namespace, facts: named } = readConfiguration(read.text);
    const facts = named !== undefined && withFacts ? factsFile(resolve(dirname(file), named)) : undefined;
    if (facts && 'unread' in facts) return { unread: `${shownName(file)}: ${facts.unread}` };
    configured.push({ folder: dirname(file), namespace, facts });
  }
  return configured;
}

function factsFile(file: string): KnownFacts | Unread {
  const read = readFile(file);
  if ('unread' in read) return read;
  const broken = parseManifests(read.text).documents.flatMap(({ body }) => body.problems.filter(breaks))[0];
  if (broken) return { unread: `${shownName(file)}: ${render(broken.code, broken.args)}` };
  const documents = factDocuments(read.text);
  if (documents.length === 0) return { unread: `no Namespace, LimitRange or ResourceQuota in ${shownName(file)}` };
  return factsFromFile(documents);
}

function breaks({ kind }: SyntaxProblem): boolean {
  return kind === 'not-yaml' || kind === 'unreadable';
}
