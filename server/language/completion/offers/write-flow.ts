import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Caret, FlowStyle } from '../../caret/caret.ts';
import { scalarText } from '../../writing/yaml-text.ts';
import type { KeyOffer, Offers } from './offers.ts';
import { keyDetails, type Written } from './written.ts';

/** Offers as they are written between braces and brackets: on one line, with the commas that are missing. */
export function writeFlow({ keys = [], values = [], item, opens }: Offers, caret: Caret, style: FlowStyle): Written[] {
  // A key directly before the caret wants a blank behind its colon.
  const gap = caret.afterColon ? ' ' : '';
  const end = style.commaAfter ? ', ' : '';
  const quote = style.json ? '"' : (/^["']/.exec(caret.typed)?.[0] ?? '');
  const filter = (word: string) => `${quote}${word}${style.json ? quote : ''}`;
  return [
    ...keys.map(({ name, ...offer }, index) => ({
      label: name,
      snippet: caret.hasColon ? keyText(name, style) : `${keyText(name, style)}: ${flowBody(offer, style)}${end}`,
      more: { ...keyDetails(offer, index), filterText: filter(name) },
    })),
    ...(item
      ? [
          {
            label: `{${item.name}}`,
            snippet: `${gap}{${keyText(item.name, style)}: ${flowBody({ body: ': $0', shape: item.shape }, style)}}${end}`,
            more: { kind: CompletionItemKind.Struct, detail: item.detail, filterText: filter(item.name) },
          },
        ]
      : []),
    ...(opens
      ? [
          {
            label: opens.shape === 'list' ? '[]' : '{}',
            snippet: `${gap}${opens.shape === 'list' ? '[$0]' : '{$0}'}${end}`,
            more: { kind: CompletionItemKind.Struct, detail: opens.detail },
          },
        ]
      : []),
    ...values.map(({ value, snippet, text, quoted = false, detail }, index) => ({
      label: value,
      snippet: `${gap}${snippet ?? flowScalar(value, text, quoted, style)}${end}`,
      more: {
        kind: CompletionItemKind.EnumMember,
        ...(detail === undefined ? {} : { detail }),
        filterText: filter(value),
        sortText: String(index).padStart(4, '0'),
      },
    })),
  ];
}

/** The beginning of a value: what fits on one line as in block style, otherwise brackets with the caret in them. */
function flowBody({ body, shape }: Pick<KeyOffer, 'body' | 'shape'>, { json }: FlowStyle): string {
  const line = body.includes('\n') ? '' : body.replace(/^:\s*/, '');
  const isBracket = /^[[{"]/.test(line);
  if (shape === 'object' && !isBracket) return '{$0}';
  if (shape === 'list' && !isBracket) return '[$0]';
  if (shape !== 'text' || !json || isBracket) return line;
  return line === '$0' ? '"$0"' : `"${line.replace(/\$0$/, '')}"$0`;
}

function keyText(name: string, { json, quotedKeys }: FlowStyle): string {
  return json || quotedKeys ? JSON.stringify(name) : plain(name);
}

function flowScalar(value: string, text: boolean, quoted: boolean, { json }: FlowStyle): string {
  if (!text) return value;
  return json || quoted ? JSON.stringify(value) : plain(value);
}

/** Signs that part entries cannot stand without quotes here. */
function plain(value: string): string {
  return /[,[\]{}]/.test(value) ? JSON.stringify(value) : scalarText(value);
}
