import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { adviceRules } from '../../validation/advice/index.ts';
import { completionItem } from './offers/write.ts';

/** The rules that a comment `# kubejob-ignore` may name, but those that it names already; undefined where no such comment is. */
export function completeIgnore(analysis: Analysis, position: Position): CompletionItem[] | undefined {
  const before = analysis.text.getText({ start: { line: position.line, character: 0 }, end: position });
  const [, named = '', typed = ''] = /(?:^|\s)#\s*kubejob-ignore(?:-file)?[ \t:]+((?:[a-z][\w-]*[\s,]+)*)([\w-]*)$/.exec(before) ?? [];
  if (!/#\s*kubejob-ignore(?:-file)?[ \t:]/.test(before) || / --\s/.test(before)) return undefined;
  const taken = named.split(/[\s,]+/);
  const word = { start: position.character - typed.length, end: position.character };
  return adviceRules
    .filter(({ code }) => !taken.includes(code))
    .map(({ code }) =>
      completionItem(
        { label: code, snippet: code, more: { kind: CompletionItemKind.EnumMember } },
        { caret: { line: position.line, word, column: 0 }, first: 0, snippets: false },
      ),
    );
}
