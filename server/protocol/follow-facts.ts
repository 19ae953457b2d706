import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FactDocument, factPattern } from '../admission/namespace-facts.ts';
import { type Configuration, readConfiguration } from '../application/configuration/configuration.ts';
import { configurationName, isConfigurationName } from '../application/configuration/configuration-name.ts';
import { configurationFields } from '../application/configuration/field-list.ts';
import { type AllFacts, type ConfiguredFacts, configuredNamespace, factsAt } from '../application/facts/facts-at.ts';
import { factDocuments, factsFromFile, gatheredFacts, type KnownFacts, nothingKnown } from '../application/facts/known-facts.ts';
import { decodedAddress } from '../plain/decoded-address.ts';
import { addressFrom, type FilesBeside } from './files-beside.ts';
import type { PatchFiles } from './patch-files.ts';
import type { FileText } from './requests.ts';

const nothing: AllFacts = { ...nothingKnown, configured: [] };
/** What stands in facts, or in a configuration that speaks of them. */
const wanted = new RegExp(`${factPattern.source}|(?:^|\\n)(?:${Object.keys(configurationFields).join('|')})\\s*:`);

export interface FollowedFacts {
  /** What the manifests of the workspace say of the namespaces that a text's objects may live in. */
  factsOf(uri: string): KnownFacts;
  /** Resolves when they have been looked for, where they are wanted. */
  ready(uri: string): Promise<void>;
  /** Tells of an open text for which they may be wanted now. */
  opened(uri: string): void;
  /** Tells that files are other ones now, or gone. */
  changed(uris: readonly string[]): void;
  /** The configuration nearest above a text, as far as it is known. */
  configurationOf(uri: string): FoundConfiguration | undefined;
}

/** A configuration, where it stands. */
export interface FoundConfiguration {
  readonly uri: string;
  readonly text: string;
  readonly configuration: Configuration;
}

/** Milliseconds that are waited for more changes, as where another branch is checked out. */
const pause = 200;
/** Where more files than this change at once, all are looked through again. */
const many = 100;

/** What it asks besides. */
interface Surroundings extends Pick<PatchFiles, 'know' | 'namespaceOf'> {
  readonly files: FilesBeside;
  /** Whether somebody wants to know of them for a text. */
  isWanted(uri: string): boolean;
  readonly onChange: () => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * Follows what the manifests of the workspace say of namespaces, as they are being edited or else as they are stored. They are
 * looked for once, after a text was opened for which they are wanted; `onChange` is called when something else is known than before.
 */
export function followFacts(
  documents: TextDocuments<TextDocument>,
  { files, isWanted, know, namespaceOf, onChange, onFault }: Surroundings,
): FollowedFacts {
  /** Of each file that has some. */
  const found = new Map<string, readonly FactDocument[]>();
  const configurations = new Map<string, FoundConfiguration>();
  const waiting = new Set<string>();
  let first: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = JSON.stringify([nothing, []]);
  let knownAt = factsAt(nothing);

  function soon(uris: readonly string[]): void {
    for (const uri of uris) waiting.add(uri);
    clearTimeout(timer);
    timer = setTimeout(() => void look().catch(onFault), pause);
  }
  async function look(): Promise<void> {
    const uris = [...waiting];
    waiting.clear();
    if (uris.length > many) first = undefined;
    if (documents.keys().some(isWanted)) await lookThrough();
    for (const uri of uris) note(uri, (await files.readFirst([uri]))?.text);
    await tell();
  }
  /** What a configuration ignores counts whoever wants to know of namespaces. */
  async function lookAbove(uri: string): Promise<void> {
    if (await noteAbove(uri)) await tell();
  }
  /** Whether there is one that was not known as it is, or one is gone. */
  async function noteAbove(uri: string): Promise<boolean> {
    const above = await files.above(uri, configurationName);
    const known = nearestAbove(uri, [...configurations.values()]);
    const isGone = known !== undefined && known.uri.length > (above?.uri.length ?? 0);
    if (isGone) note(known.uri, undefined);
    if (!above || configurations.get(above.uri)?.text === above.text) return isGone;
    note(above.uri, above.text);
    await noteNamedBy(above.uri);
    return true;
  }
  /** A configuration above the workspace may name a file of facts there. */
  async function noteNamedBy(uri: string): Promise<void> {
    const facts = configurations.get(uri)?.configuration.facts;
    const [address] = facts === undefined ? [] : addressFrom(uri, facts);
    if (address !== undefined && !found.has(address)) note(address, (await files.readFirst([address]))?.text);
  }
  function lookThrough(): Promise<void> {
    // An editor that cannot say it has none.
    first ??= readAll().then(async (texts) => {
      found.clear();
      configurations.clear();
      for (const { uri, text } of texts) note(uri, text);
      for (const document of documents.all()) note(document.uri, document.getText());
      // An editor may leave out files whose names begin with a dot.
      await Promise.all(documents.keys().map(noteAbove));
      return tell();
    });
    return first;
  }
  function readAll(): Promise<readonly FileText[]> {
    return files.holding(wanted).catch((error: unknown) => {
      onFault(error);
      return [];
    });
  }
  /** Without a text it is gone. */
  function note(uri: string, text: string | undefined): void {
    if (text === undefined) configurations.delete(uri);
    else if (isConfigurationName(uri)) configurations.set(uri, { uri, text, configuration: readConfiguration(text) });
    const facts = text === undefined ? [] : factDocuments(text);
    if (facts.length > 0) found.set(uri, facts);
    else found.delete(uri);
  }
  async function tell(): Promise<void> {
    // What names no namespace may be given one by the kustomization beside it.
    await Promise.all([...found].flatMap(([uri, facts]) => (facts.every(({ namespace }) => namespace) ? [] : [know(uri)])));
    const configured = [...configurations].map((one) => configuredBy(one, found));
    const known: AllFacts = {
      documents: [...found]
        .sort(byAddress)
        .flatMap(([uri, facts]) => gatheredFacts(facts, uri, namespaceOf(uri) ?? configuredNamespace(configured, uri))),
      namespace: undefined,
      configured,
    };
    const said = [...configurations.values()].map(({ uri, configuration }) => [uri, configuration]);
    const text = JSON.stringify([known, said], largeNumbersAsText);
    if (text === told) return;
    told = text;
    knownAt = factsAt(known);
    onChange();
  }
  function opened(uri: string): void {
    if (isWanted(uri) && !first) soon([]);
    else void lookAbove(uri).catch(onFault);
  }
  /** Before the first look nothing is known that could have changed, but a configuration may be there now. */
  function changed(uris: readonly string[]): void {
    const known = first ? uris : uris.filter(isConfigurationName);
    if (known.length > 0) soon(known);
  }

  documents.onDidOpen(({ document }) => opened(document.uri));
  documents.onDidChangeContent(({ document }) => {
    if (found.has(document.uri) || isConfigurationName(document.uri) || factDocuments(document.getText()).length > 0)
      changed([document.uri]);
  });
  // An editor may not tell of files outside its folders.
  documents.onDidSave(({ document: { uri } }) => void lookAbove(uri).catch(onFault));
  documents.onDidClose(({ document: { uri } }) => {
    if (found.has(uri) || isConfigurationName(uri)) changed([uri]);
  });
  return {
    factsOf: (uri) => (isWanted(uri) ? knownAt(uri, namespaceOf(uri)) : nothingKnown),
    configurationOf: (uri) => nearestAbove(uri, [...configurations.values()]),
    ready: (uri) => (isWanted(uri) ? lookThrough() : Promise.resolve()),
    opened,
    changed,
  };
}

/** That of the innermost folder that a text lies in. */
function nearestAbove(uri: string, configurations: readonly FoundConfiguration[]): FoundConfiguration | undefined {
  return configurations
    .filter((one) => uri.startsWith(folderOf(one.uri)))
    .reduce<FoundConfiguration | undefined>((best, one) => (best && best.uri.length >= one.uri.length ? best : one), undefined);
}

/** With the slash at its end. */
function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

type Found = ReadonlyMap<string, readonly FactDocument[]>;

/** A file of facts that is not there tells of none. */
function configuredBy([uri, { configuration }]: readonly [string, FoundConfiguration], found: Found): ConfiguredFacts {
  const { namespace, facts } = configuration;
  const [address] = (facts === undefined ? [] : addressFrom(uri, facts)).map(decodedAddress);
  const named = [...found].find(([other]) => decodedAddress(other) === address)?.[1];
  return { folder: uri.slice(0, -configurationName.length - 1), namespace, facts: named && factsFromFile(named) };
}

function largeNumbersAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}

function byAddress([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
