import type { CompletionItem } from 'vscode-languageserver-types';
import type { Settings } from '../../../server/application/settings/settings.ts';
import { complete } from '../../../server/language/completion/complete.ts';
import { analysisOf } from '../../analysis.ts';
import { apply, withCaret } from '../../text.ts';

interface Editor {
  readonly uri?: string;
  readonly settings?: Partial<Settings>;
  /** Whether it knows snippets, as most editors do. */
  readonly snippets?: boolean;
}

/** What is offered at the caret, in the order in which an editor shows it. */
export function offered(marked: string, { uri, settings, snippets = true }: Editor = {}): readonly CompletionItem[] {
  const { text, position } = withCaret(marked);
  const rank = ({ sortText, label }: CompletionItem) => sortText ?? label;
  return complete(analysisOf(text, settings, uri), position, { snippets }).sort((a, b) => rank(a).localeCompare(rank(b)));
}

export function labels(marked: string, editor: Editor = {}): readonly string[] {
  return offered(marked, editor).map(({ label }) => label);
}

/** The text after accepting what is offered by a label, with its tab stops. */
export function accepted(marked: string, label: string, editor: Editor = {}): string {
  const item = offered(marked, editor).find((one) => one.label === label);
  if (!item) throw new Error(`there is no ${label} among ${labels(marked, editor).join(' ')}`);
  return applied(withCaret(marked).text, item);
}

export function applied(text: string, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  if (!textEdit || !('range' in textEdit)) throw new Error('the item has no edit');
  return apply(text, [...additionalTextEdits, textEdit]);
}
