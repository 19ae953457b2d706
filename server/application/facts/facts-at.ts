import type { FactDocument } from '../../admission/namespace-facts.ts';
import type { KnownFacts } from './known-facts.ts';

/** What is known of namespaces in a whole workspace, or in the files of a call. */
export interface AllFacts extends KnownFacts {
  readonly configured: readonly ConfiguredFacts[];
}

/** What a configuration says for the files below its folder. */
export interface ConfiguredFacts {
  readonly folder: string;
  /** Where objects live that name no namespace. */
  readonly namespace: string | undefined;
  /** Takes the place of what was found among manifests. */
  readonly facts: KnownFacts | undefined;
}

/**
 * What is known where a file lies. `given` is the namespace that a kustomization gives to its objects. Files and folders are whole
 * paths, or addresses; the same answer is given for the same folder.
 */
export function factsAt({ configured, ...found }: AllFacts): (file: string, given: string | undefined) => KnownFacts {
  const known = new Map<string, KnownFacts>();
  const isContested = new Set(found.documents.map(nameOf)).size < found.documents.length;
  return (file, given) => {
    const folder = folderOf(file);
    const configuration = nearest(configured, folder);
    const facts = configuration?.facts ?? found;
    const namespace = given ?? configuration?.namespace ?? facts.namespace;
    const mayDiffer = isContested && facts === found;
    const key = JSON.stringify([configuration?.folder, namespace, mayDiffer ? folder : '']);
    const answer = known.get(key) ?? { documents: mayDiffer ? uncontested(facts.documents, folder) : facts.documents, namespace };
    known.set(key, answer);
    return answer;
  };
}

/** The namespace that the configuration nearest above a file gives to what names none. */
export function configuredNamespace(configured: readonly ConfiguredFacts[], file: string): string | undefined {
  return nearest(configured, folderOf(file))?.namespace;
}

function nearest(configured: readonly ConfiguredFacts[], folder: string): ConfiguredFacts | undefined {
  return configured
    .filter((one) => folder === one.folder || isBelow(folder, one.folder))
    .reduce<ConfiguredFacts | undefined>((best, one) => (best && best.folder.length >= one.folder.length ? best : one), undefined);
}

function isBelow(folder: string, other: string): boolean {
  return folder.startsWith(other) && /^[\\/]/.test(folder.slice(other.length));
}

/**
 * Where several files describe the same object, as for the clusters of several environments, the one that lies nearest counts; of
 * those that lie equally near none does, as nobody can say which is meant. Of one file the last counts, as for kubectl.
 */
function uncontested(documents: readonly FactDocument[], folder: string): readonly FactDocument[] {
  const rivals = new Map<string, FactDocument[]>();
  for (const document of documents) rivals.set(nameOf(document), [...(rivals.get(nameOf(document)) ?? []), document]);
  return [...rivals.values()].flatMap((group) => {
    const most = Math.max(...group.map(({ file = '' }) => commonSteps(file, folder)));
    const near = group.filter(({ file = '' }) => commonSteps(file, folder) === most);
    return new Set(near.map(({ file }) => file)).size === 1 ? near.slice(-1) : [];
  });
}

function nameOf({ kind, namespace, name }: FactDocument): string {
  return JSON.stringify([kind, namespace, name]);
}

function commonSteps(file: string, folder: string): number {
  const [one, other] = [stepsOf(folderOf(file)), stepsOf(folder)];
  const apart = one.findIndex((step, at) => step !== other[at]);
  return apart < 0 ? one.length : apart;
}

function stepsOf(folder: string): readonly string[] {
  return folder.split(/[\\/]/);
}

function folderOf(file: string): string {
  return file.replace(/[\\/][^\\/]*$/, '');
}
