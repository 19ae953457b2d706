import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { knownText } from '../../messages/render.ts';
import { manifestSnippets, withoutTabStops } from './offers/snippets.ts';
import { completionItem } from './offers/write.ts';

/** The two fields that say what a document is. */
const head = ['apiVersion', 'kind'];

/** What a document may begin with: the fields that say what it is, then whole manifests, Jobs before the CronJob. */
export function completeEmpty(analysis: Analysis, position: Position, snippets: boolean): CompletionItem[] {
  const line = analysis.text.getText({ start: { line: position.line, character: 0 }, end: position });
  const word = { start: /^\s*/.exec(line)?.[0].length ?? 0, end: position.character };
  const writer = { caret: { line: position.line, word, column: 0 }, first: 0, snippets };
  const fields = head.map((name, index) =>
    completionItem({ label: name, snippet: `${name}: $0`, more: { kind: CompletionItemKind.Field, sortText: `0${index}` } }, writer),
  );
  const manifests = Object.entries(manifestSnippets).map(([name, snippet], index) =>
    completionItem(
      {
        label: knownText(`snippet-${name}`, analysis.texts) ?? name,
        snippet,
        more: {
          kind: CompletionItemKind.Snippet,
          // All begin alike, so that editors, which rank by how early a word fits, keep them in our order behind the fields.
          filterText: `apiVersion kind ${name.replaceAll('-', ' ')}`,
          documentation: { kind: 'markdown', value: `\`\`\`yaml\n${withoutTabStops(snippet)}\`\`\`` },
          sortText: `1${String(index).padStart(2, '0')}`,
        },
      },
      writer,
    ),
  );
  return [...fields, ...manifests];
}
