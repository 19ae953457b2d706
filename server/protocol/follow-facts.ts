import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type FactDocument, factPattern } from '../admission/namespace-facts.ts';
import { factDocuments, gatheredFacts, inNamespaces, type KnownFacts, nothingKnown } from '../application/facts/known-facts.ts';
import type { FilesBeside } from './files-beside.ts';
import type { PatchFiles } from './patch-files.ts';

export interface FollowedFacts {
  /** What the manifests of the workspace say of the namespaces that a text's objects may live in. */
  factsOf(uri: string): KnownFacts;
  /** Tells that files are other ones now, or gone. */
  changed(uris: readonly string[]): void;
}

/** Milliseconds that are waited for more changes, as where another branch is checked out. */
const pause = 200;
/** Where more files than this change at once, all are looked through again. */
const many = 100;

/**
 * Follows what the manifests of the workspace say of namespaces, as they are being edited or else as they are stored. They are
 * looked for once, after a text was opened; `onChange` is called when something else is known than before.
 */
export function followFacts(
  documents: TextDocuments<TextDocument>,
  files: FilesBeside,
  { know, namespaceOf }: Pick<PatchFiles, 'know' | 'namespaceOf'>,
  onChange: () => void,
): FollowedFacts {
  /** Of each file that has some. */
  const found = new Map<string, readonly FactDocument[]>();
  const waiting = new Set<string>();
  let looked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '[]';
  let factsIn = inNamespaces(nothingKnown);

  function soon(uris: readonly string[]): void {
    for (const uri of uris) waiting.add(uri);
    clearTimeout(timer);
    timer = setTimeout(() => void look(), pause);
  }
  async function look(): Promise<void> {
    const uris = [...waiting];
    waiting.clear();
    if (uris.length > many) forget();
    const texts = looked ? [] : await files.holding(factPattern);
    looked = true;
    for (const { uri, text } of texts) note(uri, text);
    for (const uri of uris) note(uri, (await files.readFirst([uri]))?.text ?? '');
    await tell();
  }
  function forget(): void {
    looked = false;
    found.clear();
  }
  function note(uri: string, text: string): void {
    const facts = factDocuments(text);
    if (facts.length > 0) found.set(uri, facts);
    else found.delete(uri);
  }
  async function tell(): Promise<void> {
    // What names no namespace may be given one by the kustomization beside it.
    await Promise.all([...found].flatMap(([uri, facts]) => (facts.every(({ namespace }) => namespace) ? [] : [know(uri)])));
    const known = [...found]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([uri, facts]) => gatheredFacts(facts, namespaceOf(uri)));
    const text = JSON.stringify(known);
    if (text === told) return;
    told = text;
    factsIn = inNamespaces(known.length > 0 ? { documents: known, namespace: undefined } : nothingKnown);
    onChange();
  }

  documents.onDidOpen(({ document: { uri } }) => {
    if (!looked || found.has(uri)) soon([uri]);
  });
  documents.onDidChangeContent(({ document }) => {
    if (found.has(document.uri) || factDocuments(document.getText()).length > 0) soon([document.uri]);
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (found.has(uri)) soon([uri]);
  });
  return {
    factsOf: (uri) => factsIn(namespaceOf(uri)),
    changed: (uris) => {
      // Before the first look there is nothing that could have changed.
      if (looked) soon(uris);
    },
  };
}
