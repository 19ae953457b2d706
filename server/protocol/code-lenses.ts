import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens } from 'vscode-languageserver-types';
import { isScenarioName } from '../application/scenario/scenario-name.ts';
import { codeLenses, nextRunOf } from '../language/code-lens.ts';
import { userClock } from '../language/reading/user-clock.ts';
import type { Answers } from './answers.ts';
import type { Editor } from './editor.ts';
import type { ScenarioFiles } from './scenario-files.ts';
import { keepLast } from './typing/keep-last.ts';

/** What `setTimeout` can wait at most, in milliseconds. */
const longestWait = 2 ** 31 - 1;

/**
 * Answers with lenses, in which the scenario beside the manifest counts, and has the editor ask again a second after the next run
 * that one of them names, and when a scenario is edited. While a line is half typed they say what they said last.
 */
export function answerCodeLenses(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  editor: Editor,
  { about }: Answers,
  scenarios: ScenarioFiles,
  isAnswered: () => boolean,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lenses = keepLast(documents, (analysis) => codeLenses(analysis, userClock(), scenarios.of(analysis.text.uri)), withLastTitles);
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (isScenarioName(uri)) editor.refresh();
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    // A lens whose command nobody answers is an error at each click.
    if (!isAnswered()) return [];
    const hasLenses = about(
      uri,
      'Code lenses',
      false,
      ({ settings, objects, carried }) => settings.codeLens && objects.length + carried.length > 0,
    );
    if (!hasLenses) return [];
    await scenarios.look(uri);
    return about(uri, 'Code lenses', [], (analysis) => {
      const now = userClock();
      const due = nextRunOf(analysis, now);
      clearTimeout(timer);
      if (due !== undefined) timer = setTimeout(() => editor.refresh(), Math.min(due - now.now + 1000, longestWait));
      return lenses(analysis);
    });
  });
}

/** The lenses of the objects that are known now, as far as they say less than before with what they said then; those that are gone where they were. */
function withLastTitles(last: CodeLens[], now: CodeLens[]): CodeLens[] {
  const object = ({ command }: CodeLens) => JSON.stringify(command?.arguments);
  const said = (lens: CodeLens) => last.find((one) => object(one) === object(lens))?.command?.title ?? '';
  const title = ({ command }: CodeLens) => command?.title ?? '';
  return [
    ...now.map((lens) =>
      lens.command && said(lens).startsWith(title(lens)) ? { ...lens, command: { ...lens.command, title: said(lens) } } : lens,
    ),
    ...last.filter((lens) => !now.some((one) => object(one) === object(lens))),
  ];
}
