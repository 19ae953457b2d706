import * as monaco from 'monaco-editor/editor/editor.api.js';
import 'monaco-editor/features/register.all.js';
import 'monaco-editor/languages/definitions/yaml/register.js';
import { createTransportToWorker, MonacoLspClient } from '../node_modules/monaco-editor/esm/external/monaco-lsp-client/out/index.js';
import { hasForcedColours, type Theme } from '../panel/panel-frame.ts';
import type { LanguageServer } from '../server/language-server.ts';
import { partOf, workerOf } from '../server/worker-of.ts';

/** Places count from 0, as those of the protocol. */
export interface TextPlace {
  readonly line: number;
  readonly character: number;
}

export interface Problem extends TextPlace {
  readonly isError: boolean;
  readonly message: string;
}

export interface Editor {
  /** Shows one of the texts, an empty one where there is none. */
  show(uri: string): void;
  /** '' where there is none. */
  textOf(uri: string): string;
  setText(uri: string, text: string): void;
  /** As if there had never been such a text. */
  drop(uri: string): void;
  reveal(uri: string, place: TextPlace): void;
  onChange(listener: (uri: string) => void): void;
  onCaret(listener: (uri: string, place: TextPlace) => void): void;
  onProblems(uri: string, listener: (problems: readonly Problem[]) => void): void;
  /** The lens above an object was clicked. */
  onCommand(name: string, listener: (...args: readonly unknown[]) => void): void;
}

/** Monaco with our server behind it; a text is there once it is set or shown. */
export function createEditor(place: HTMLElement, server: LanguageServer, theme: Theme): Editor {
  globalThis.MonacoEnvironment = { getWorker: () => workerOf(partOf('monaco-worker')) };
  const editor = monaco.editor.create(place, {
    model: null,
    theme: readable(theme),
    automaticLayout: true,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    fixedOverflowWidgets: true,
    'semanticHighlighting.enabled': true,
    tabSize: 2,
    fontSize: 13,
    lineNumbersMinChars: 3,
    padding: { top: 8 },
    wordBasedSuggestions: 'off',
    unicodeHighlight: { ambiguousCharacters: false },
  });
  const changed = new Set<(uri: string) => void>();
  const known = (uri: string) => monaco.editor.getModel(monaco.Uri.parse(uri));
  const modelOf = (uri: string) => known(uri) ?? monaco.editor.createModel('', 'yaml', monaco.Uri.parse(uri));
  monaco.editor.onDidCreateModel((model) => {
    const uri = model.uri.toString();
    model.onDidChangeContent(() => {
      for (const listener of changed) listener(uri);
    });
  });
  // Its transport uses of a worker what this side has.
  new MonacoLspClient(createTransportToWorker(server.forEditor as Worker));
  return {
    show: (uri) => editor.setModel(modelOf(uri)),
    textOf: (uri) => known(uri)?.getValue() ?? '',
    setText: (uri, text) => modelOf(uri).setValue(text),
    drop(uri) {
      known(uri)?.dispose();
      for (const listener of changed) listener(uri);
    },
    reveal(uri, { line, character }) {
      editor.setModel(modelOf(uri));
      const position = { lineNumber: line + 1, column: character + 1 };
      editor.setPosition(position);
      editor.revealPositionInCenterIfOutsideViewport(position);
      editor.focus();
    },
    onChange: (listener) => void changed.add(listener),
    onCaret(listener) {
      editor.onDidChangeCursorPosition(({ position: { lineNumber, column } }) => {
        const uri = editor.getModel()?.uri.toString();
        if (uri !== undefined) listener(uri, { line: lineNumber - 1, character: column - 1 });
      });
    },
    onProblems(uri, listener) {
      monaco.editor.onDidChangeMarkers(() => listener(problemsIn(monaco.Uri.parse(uri))));
    },
    onCommand: (name, listener) => void monaco.editor.registerCommand(name, (_, ...args: readonly unknown[]) => listener(...args)),
  };
}

/** The editor's own theme, in which what it writes in pale letters can be read by everybody: the lens, and the number of the last line. */
function readable(theme: Theme): string {
  const isDark = theme === 'dark';
  if (hasForcedColours()) return isDark ? 'hc-black' : 'hc-light';
  const [quiet, number] = isDark ? ['#a0a4aa', '#858585'] : ['#57606a', '#237893'];
  const colors = { 'editorCodeLens.foreground': quiet, 'editorLineNumber.dimmedForeground': number };
  const name = `kubejob-${theme}`;
  monaco.editor.defineTheme(name, { base: isDark ? 'vs-dark' : 'vs', inherit: true, rules: [], colors });
  return name;
}

/** What is marked but for hints, the first first. */
function problemsIn(resource: monaco.Uri): readonly Problem[] {
  return monaco.editor
    .getModelMarkers({ resource })
    .filter(({ severity }) => severity > monaco.MarkerSeverity.Hint)
    .map(({ severity, startLineNumber, startColumn, message }) => ({
      isError: severity === monaco.MarkerSeverity.Error,
      line: startLineNumber - 1,
      character: startColumn - 1,
      message,
    }))
    .sort((a, b) => a.line - b.line || a.character - b.character);
}
