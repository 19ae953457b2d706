import { factDocuments, factsFromFile, gatheredFacts, type KnownFacts, nothingKnown } from '../application/facts/known-facts.ts';
import type { KustomizationsBeside } from '../files/kustomizations-beside.ts';
import { readFile, type TextFile, type Unread } from '../files/read-file.ts';

/** What `--facts` asks for: a file, nothing (`--no-facts`), or what the files of the call say. */
export type FactsOption = string | boolean | undefined;

/** What is known of namespaces: what the files of a call say, or else the file of facts that was asked for. */
export function factsOfCall(asked: FactsOption, files: readonly TextFile[], { namespaceOf }: KustomizationsBeside): KnownFacts | Unread {
  if (asked === false) return nothingKnown;
  if (typeof asked === 'string') return factsFile(asked);
  return { documents: files.flatMap(({ file, text }) => gatheredFacts(factDocuments(text), namespaceOf(file))), namespace: undefined };
}

function factsFile(file: string): KnownFacts | Unread {
  const read = readFile(file);
  if ('unread' in read) return read;
  const documents = factDocuments(read.text);
  if (documents.length === 0) return { unread: `no Namespace, LimitRange or ResourceQuota in ${file}` };
  return factsFromFile(documents);
}
