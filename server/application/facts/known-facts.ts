import { type FactDocument, factIn, factPattern, factsIn, type NamespaceFacts } from '../../admission/namespace-facts.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { oncePer } from '../../plain/once-per.ts';
import { isRecord } from '../../plain/record.ts';

/** What is known of namespaces where a file is judged. */
export interface KnownFacts {
  readonly documents: readonly FactDocument[];
  /** Where objects live that name no namespace; undefined where nobody says. */
  readonly namespace: string | undefined;
}

export const nothingKnown: KnownFacts = { documents: [], namespace: undefined };

/** The facts for an object that says to live in a namespace, or says nothing of it; undefined where nothing is known. */
export function factsFor(known: KnownFacts, namespace: string | undefined): NamespaceFacts | undefined {
  if (known.documents.length === 0) return undefined;
  return factsByNamespace(known)(namespace ?? known.namespace);
}

const factsByNamespace = oncePer(
  (known: KnownFacts) => known,
  ({ documents }) => {
    const found = new Map<string | undefined, NamespaceFacts | undefined>();
    return (namespace: string | undefined) => {
      if (!found.has(namespace)) found.set(namespace, factsIn(documents.filter((one) => holdsIn(one, namespace))));
      return found.get(namespace);
    };
  },
);

/** A PriorityClass holds in any namespace, and so does what a file of facts says of none. */
function holdsIn(document: FactDocument, namespace: string | undefined): boolean {
  return document.namespace === undefined || document.namespace === namespace;
}

/** The documents of a text that speak of namespaces, items of Lists among them. */
export function factDocuments(text: string): readonly FactDocument[] {
  if (!factPattern.test(text)) return [];
  const { documents } = parseManifests(text);
  // Nobody knows yet what a template will say.
  return documents.flatMap(({ body }) => (body.templated ? [] : valuesIn(body.value).flatMap((value) => factIn(value) ?? [])));
}

/** The objects of a document: itself, or the items of a List. */
export function valuesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const items = isRecord(value) && typeof value['kind'] === 'string' && value['kind'].endsWith('List') ? value['items'] : undefined;
  return Array.isArray(items) ? items : [value];
}

/**
 * What was found in a manifest: each document holds in the namespace that it says or else, as it does for the objects beside it,
 * in the one that is given to its file. What says neither tells of none.
 */
export function gatheredFacts(documents: readonly FactDocument[], file: string, namespace: string | undefined): readonly FactDocument[] {
  return documents
    .map((document) => ({ ...document, namespace: namespaceOf(document, namespace), file }))
    .filter(({ kind, namespace }) => namespace !== undefined || kind === 'PriorityClass');
}

/**
 * A file of facts: they are in force. Where it speaks of one namespace, that is meant where nothing is said, in the file and by
 * objects; of several it is `default`; and what a file without any namespace says holds everywhere.
 */
export function factsFromFile(documents: readonly FactDocument[]): KnownFacts {
  const names = [...new Set(documents.flatMap((document) => document.namespace ?? []))];
  const namespace = names.length > 1 ? 'default' : names[0];
  return { documents: documents.map((document) => ({ ...document, namespace: namespaceOf(document, namespace) })), namespace };
}

/** Where objects are installed together, what names no namespace lives in the one of the release, which has no name yet. */
const ofRelease = '';

/** What is known with what the texts of a release say themselves. */
export function withFactsOfRelease(known: KnownFacts, texts: readonly string[]): KnownFacts {
  const own = texts.flatMap(factDocuments);
  if (own.length === 0) return known;
  const namespace = known.namespace ?? ofRelease;
  return {
    documents: [...known.documents, ...own.map((document) => ({ ...document, namespace: namespaceOf(document, namespace) }))],
    namespace,
  };
}

function namespaceOf({ kind, namespace }: FactDocument, otherwise: string | undefined): string | undefined {
  return kind === 'PriorityClass' ? undefined : (namespace ?? otherwise);
}
