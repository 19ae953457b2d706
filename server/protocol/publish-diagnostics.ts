import {
  type Connection,
  DocumentDiagnosticReportKind,
  type TextDocumentContentChangeEvent,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Analysis } from '../application/analysis.ts';
import { withoutWhatItLacks } from '../language/build-diagnostics.ts';
import { diagnosticsOf } from '../language/diagnostics.ts';
import { unreadableLines } from '../language/reading/unreadable-lines.ts';
import type { Answers } from './answers.ts';
import type { FollowedBuilds } from './builds/follow-builds.ts';
import type { PatchFiles } from './patch-files.ts';
import type { StoredBytes } from './stored-bytes.ts';
import { type ToShow, type Typed, toShow } from './typing/hold-back.ts';
import type { OfferedEdits } from './typing/offered-edits.ts';
import { elsewhere, movedAlong, typedLine } from './typing/typed-line.ts';

export interface Publisher {
  /** After what has already arrived: of changes that come in a burst the latest wins. */
  publishSoon(uri: string): void;
  /** To be told of each change before the text has it. */
  noteChange(uri: string, changes: readonly TextDocumentContentChangeEvent[]): void;
}

/** What an editor shows of a text, and which line of it is being typed. */
interface Shown {
  readonly diagnostics: readonly Diagnostic[];
  readonly typed: Typed | undefined;
}

const nothingShown: Shown = { diagnostics: [], typed: undefined };

/**
 * Pushes the diagnostics of each open document after every change, with its version, even when nothing changed; what is held back
 * of a line that is being typed comes in a second push. Answers who pulls them, with all.
 */
export function publishDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { about }: Answers,
  {
    patches,
    offered,
    builds,
    bytes,
  }: {
    readonly patches: Pick<PatchFiles, 'isAwaited' | 'know'>;
    readonly offered: Pick<OfferedEdits, 'isOne'>;
    readonly builds: Pick<FollowedBuilds, 'withBuilt' | 'isBuilt' | 'noteChange'>;
    readonly bytes: Pick<StoredBytes, 'notUtf8In'>;
  },
): Publisher {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const shown = new Map<string, Shown>();
  const found = (analysis: Analysis) => {
    const { uri } = analysis.text;
    const asWritten = diagnosticsOf(analysis, bytes.notUtf8In(analysis.text));
    return builds.withBuilt(uri, builds.isBuilt(uri) ? withoutWhatItLacks(asWritten, analysis) : asWritten);
  };

  function publish(uri: string): void {
    waiting.delete(uri);
    const version = documents.get(uri)?.version;
    if (version === undefined || patches.isAwaited(uri)) return;
    const { diagnostics: before, typed } = shown.get(uri) ?? nothingShown;
    const nothing: ToShow = { diagnostics: [], restAt: undefined };
    const { diagnostics, restAt } = about(uri, 'Diagnostics', nothing, (analysis) =>
      toShow(found(analysis), before, typed, unreadableLines(analysis), Date.now()),
    );
    shown.set(uri, { diagnostics, typed });
    void connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
    if (restAt !== undefined) publishAt(uri, restAt);
  }
  function publishAt(uri: string, at: number): void {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => publish(uri), Math.max(0, at - Date.now())),
    );
  }
  const publishSoon = (uri: string) => publishAt(uri, 0);

  documents.onDidChangeContent(({ document }) => publishSoon(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    shown.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => {
    await patches.know(uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: [...about(uri, 'Diagnostics', [], found)] };
  });
  return {
    publishSoon,
    noteChange(uri, changes) {
      if (changes.length === 0) return;
      builds.noteChange(uri, changes);
      const line = offered.isOne(uri, changes) ? undefined : typedLine(changes);
      const before = (shown.get(uri) ?? nothingShown).diagnostics;
      const diagnostics = line === undefined ? elsewhere(before, changes) : before;
      shown.set(uri, { diagnostics: movedAlong(diagnostics, changes), typed: line === undefined ? undefined : { line, at: Date.now() } });
    },
  };
}
