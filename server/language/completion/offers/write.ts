import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode, type TextEdit } from 'vscode-languageserver-types';
import type { Caret } from '../../caret/caret.ts';
import { scalarText } from '../../writing/yaml-text.ts';
import type { Offers } from './offers.ts';
import { withoutTabStops } from './snippets.ts';
import { writeFlow } from './write-flow.ts';
import { keyDetails, type Written } from './written.ts';

/** How items come into a text. */
export interface Writer<Where = Caret> {
  readonly caret: Where;
  /** The line of the file on which the caret's document begins. */
  readonly first: number;
  /** The editor fills in tab stops. */
  readonly snippets: boolean;
  /** What lines after the first begin with: in a comment its sign. */
  readonly linePrefix?: string;
}

/** Offers as completion items, in the style of the document. */
export function writeOffers(offers: Offers, writer: Writer): CompletionItem[] {
  const { caret, first } = writer;
  const written = caret.flow ? writeFlow(offers, caret, caret.flow) : writeBlock(offers, caret);
  const before = caret.flow?.commaBefore;
  const position = before && { line: first + before.line, character: before.column };
  const comma: TextEdit[] = position ? [{ range: { start: position, end: position }, newText: ',' }] : [];
  return written.map((one) => ({ ...completionItem(one, writer), ...(comma.length ? { additionalTextEdits: comma } : {}) }));
}

/** Lines after the first are moved to the column of the object's keys; the editor is asked to leave them so. */
export function completionItem(
  { label, snippet, more }: Written,
  { caret, first, snippets, linePrefix = '' }: Writer<Pick<Caret, 'line' | 'word' | 'column'>>,
): CompletionItem {
  const line = first + caret.line;
  const text = (snippets ? snippet : withoutTabStops(snippet)).replaceAll('\n', `\n${linePrefix.padEnd(caret.column)}`);
  return {
    label,
    ...more,
    textEdit: { range: { start: { line, character: caret.word.start }, end: { line, character: caret.word.end } }, newText: text },
    insertTextFormat: snippets && /\$/.test(text) ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };
}

function writeBlock({ keys = [], values = [], item, dashed = false }: Offers, caret: Caret): Written[] {
  return [
    ...keys.map(({ name, body, ...offer }, index) => ({
      label: name,
      snippet: `${name}${caret.hasColon ? '' : body}`,
      more: keyDetails(offer, index),
    })),
    ...(item ? [{ label: `- ${item.name}`, snippet: item.block, more: { kind: CompletionItemKind.Struct, detail: item.detail } }] : []),
    ...values.map(({ value, snippet, text, quoted, detail }, index) => {
      const dash = dashed ? '- ' : '';
      const gap = caret.afterColon ? ' ' : '';
      const plain = text ? scalarText(value) : value;
      const scalar = snippet ?? (quoted ? JSON.stringify(value) : plain);
      return {
        label: dash + value,
        snippet: gap + dash + scalar,
        more: {
          kind: dashed ? CompletionItemKind.Value : CompletionItemKind.EnumMember,
          ...(detail === undefined ? {} : { detail }),
          filterText: /^["']/.test(caret.typed) ? `${caret.typed[0]}${value}` : dash + value,
          sortText: String(index).padStart(4, '0'),
        },
      };
    }),
  ];
}
