import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { lineBreakOf } from '../../manifest/lines.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { isRecord } from '../../plain/record.ts';

/** The configuration in which a rule may be ignored. */
export interface ConfigurationFile {
  readonly uri: string;
  /** Undefined where it is to be made. */
  readonly text: string | undefined;
}

/** Puts a rule into the list of those that a configuration ignores; undefined where that is written in another way than as a list. */
export function ignoreInConfiguration({ uri, text }: ConfigurationFile, code: string): WorkspaceEdit | undefined {
  if (text !== undefined) {
    const edit = withRule(text, code);
    return edit && { changes: { [uri]: [edit] } };
  }
  const start = { line: 0, character: 0 };
  const newText = `ignore:\n  - ${code}\n`;
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}

/** The first item, so that what stands below keeps its comments. */
function withRule(text: string, code: string): TextEdit | undefined {
  const [document] = parseManifests(text).documents;
  const value = document?.body.value ?? {};
  if (!isRecord(value)) return undefined;
  const lineBreak = lineBreakOf(text);
  if (value['ignore'] === undefined) {
    return insertAt(text, text.length, `${/(?:^|\n)$/.test(text) ? '' : lineBreak}ignore:${lineBreak}  - ${code}${lineBreak}`);
  }
  const list = document?.body.collection(['ignore']);
  if (!document || !list || !Array.isArray(value['ignore'])) return undefined;
  const begin = document.start + list.start;
  if (list.flow) return insertAt(text, begin + 1, value['ignore'].length > 0 ? `${code}, ` : code);
  const line = text.lastIndexOf('\n', begin - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  return insertAt(text, line, `${indent}- ${code}${lineBreak}`);
}

function insertAt(text: string, offset: number, newText: string): TextEdit {
  const position = TextDocument.create('', '', 0, text).positionAt(offset);
  return { range: { start: position, end: position }, newText };
}
