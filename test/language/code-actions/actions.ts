import { codeActions } from '../../../server/language/code-actions/code-actions.ts';
import { analysisOf } from '../../analysis.ts';
import { apply, withCaret } from '../../text.ts';

/** The code actions at the caret, each with the text after it. */
export function actionsAt(marked: string, only?: string[]) {
  const { text, position } = withCaret(marked);
  const analysis = analysisOf(text);
  return codeActions(analysis, { start: position, end: position }, only ? { only } : {}).map(({ title, isPreferred, edit }) => ({
    title,
    isPreferred,
    after: apply(text, edit?.changes?.[analysis.text.uri] ?? []),
  }));
}

/** The text after the action whose title begins so; of several the first. */
export function after(marked: string, title: string, only?: string[]): string {
  const actions = actionsAt(marked, only);
  const found = actions.find((one) => one.title.startsWith(title));
  if (!found) throw new Error(`there is no "${title}" among ${actions.map((one) => one.title).join('; ')}`);
  return found.after;
}
