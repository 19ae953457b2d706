import { factDocuments, factsFromFile, gatheredFacts, type KnownFacts, nothingKnown } from '../application/facts/known-facts.ts';
import type { KustomizationsBeside } from '../files/kustomizations-beside.ts';
import { type FoundFile, readAhead } from '../files/manifests-at.ts';
import { readFile, type Unread } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';

/** What `--facts` asks for: a file, nothing (`--no-facts`), or what the files of the call say. */
export type FactsOption = string | boolean | undefined;

/** What is known of namespaces, and the files of the call, some of which were read for it. */
export interface FactsOfCall {
  readonly facts: KnownFacts;
  readonly files: readonly FoundFile[];
}

/** What is known of namespaces: what the files of a call say, or else the file of facts that was asked for. */
export function factsOfCall(asked: FactsOption, files: readonly FoundFile[], { namespaceOf }: KustomizationsBeside): FactsOfCall | Unread {
  if (asked === false) return { facts: nothingKnown, files };
  if (typeof asked === 'string') {
    const facts = factsFile(asked);
    return 'unread' in facts ? facts : { facts, files };
  }
  const documents: KnownFacts['documents'][number][] = [];
  const read = readAhead(files, ({ file, text }) => {
    documents.push(...gatheredFacts(factDocuments(text), namespaceOf(file)));
  });
  return { facts: { documents, namespace: undefined }, files: read };
}

function factsFile(file: string): KnownFacts | Unread {
  const read = readFile(file);
  if ('unread' in read) return read;
  const documents = factDocuments(read.text);
  if (documents.length === 0) return { unread: `no Namespace, LimitRange or ResourceQuota in ${shownName(file)}` };
  return factsFromFile(documents);
}
