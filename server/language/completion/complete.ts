import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { columnOf } from '../../manifest/lines.ts';
import { knownText } from '../../messages/render.ts';
import { manifestOffers } from './manifest/manifest-offers.ts';
import { completionPlace } from './manifest/place.ts';
import { manifestSnippets, withoutTabStops } from './offers/snippets.ts';
import { completionItem, writeOffers } from './offers/write.ts';
import { completeScenario } from './scenario/complete-scenario.ts';

/** What the editor can take. */
export interface CompletionAbilities {
  readonly snippets: boolean;
}

/** What can be typed at a position, in half-typed and broken documents too; nothing in what is none of ours. */
export function complete(analysis: Analysis, position: Position, { snippets }: CompletionAbilities): CompletionItem[] {
  const inScenario = completeScenario(analysis, position, snippets);
  if (inScenario) return inScenario;
  if (isProse(analysis, position)) return [];
  const found = completionPlace(analysis, position);
  if (found === 'unknown') return [];
  if (found === 'empty') return wholeManifests(analysis, position, snippets);
  const { place, caret, first } = found;
  return writeOffers(manifestOffers(place, analysis), { caret, first, snippets });
}

function wholeManifests(analysis: Analysis, position: Position, snippets: boolean): CompletionItem[] {
  const line = analysis.text.getText({ start: { line: position.line, character: 0 }, end: position });
  const word = { start: /^\s*/.exec(line)?.[0].length ?? 0, end: position.character };
  return Object.entries(manifestSnippets).map(([name, snippet], index) =>
    completionItem(
      {
        label: knownText(`snippet-${name}`, analysis.texts) ?? name,
        snippet,
        more: {
          kind: CompletionItemKind.Snippet,
          filterText: `${name.replaceAll('-', ' ')} apiVersion kind`,
          documentation: { kind: 'markdown', value: `\`\`\`yaml\n${withoutTabStops(snippet)}\`\`\`` },
          sortText: String(index).padStart(2, '0'),
        },
      },
      { caret: { line: position.line, word, column: 0 }, first: 0, snippets },
    ),
  );
}

/** In a comment, or in the lines of a block scalar. */
function isProse(analysis: Analysis, position: Position): boolean {
  const line = analysis.text.getText({ start: { line: position.line, character: 0 }, end: position });
  if (/^\s*#|\s#/.test(line.replace(/"[^"]*"|'[^']*'/g, ''))) return true;
  const offset = analysis.text.offsetAt(position);
  const document = analysis.file.documents.findLast(({ start, body }) => start <= offset && offset <= start + body.text.length);
  if (!document) return false;
  const { path, onKey } = document.body.pathAt(offset - document.start);
  const range = document.body.valueRange(path);
  if (onKey || !range || document.body.scalarSource(path)?.style !== 'block') return false;
  const column = /^ */.exec(line)?.[0].length ?? 0;
  const key = document.body.keyRange(path);
  const keyColumn = key ? columnOf(document.body.text, key.start) : 0;
  return offset - document.start > range.start && offset - document.start <= range.end && column > keyColumn;
}
