/** An action of a Go template: `{{- if .Values.enabled }}`. */
export interface TemplateAction {
  /** Offsets in the template's text, the braces included. */
  readonly start: number;
  readonly end: number;
  /** What stands between the braces and the dashes that trim, without blanks around it. */
  readonly text: string;
  /** `-}}`: the white space behind it goes, line breaks included. */
  readonly trimsAfter: boolean;
  /** Whether it writes anything where it stands: a value or an include, not a condition, a definition or a comment. */
  readonly writes: boolean;
}

/** A string, a raw string or a character of Go, which may hold braces, or the end of an action. */
const inside = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\}\}/gs;

const silent = /^(?:if|else|end|range|with|define|block|template\b(?!\s)|break|continue|\/\*|\$[\w]*\s*(?:,\s*\$\w+\s*)?:?=)/;

/** The actions of a template, in order; one that never ends reaches to the end of the text. */
export function templateActions(text: string): readonly TemplateAction[] {
  const actions: TemplateAction[] = [];
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', actions.at(-1)?.end ?? text.length)) {
    const end = actionEnd(text, start);
    const body = text.slice(start + 2, text.startsWith('}}', end - 2) ? Math.max(start + 2, end - 2) : end);
    const words = body.replace(/^-\s/, '').replace(/\s-$/, '').trim();
    actions.push({ start, end, text: words, trimsAfter: /\s-$/.test(body) || body === '-', writes: words !== '' && !silent.test(words) });
  }
  return actions;
}

function actionEnd(text: string, start: number): number {
  if (/^\{\{-?\s*\/\*/.test(text.slice(start, start + 20))) {
    const close = text.indexOf('*/', start);
    const braces = close < 0 ? -1 : text.indexOf('}}', close);
    return braces < 0 ? text.length : braces + 2;
  }
  inside.lastIndex = start + 2;
  for (let found = inside.exec(text); found; found = inside.exec(text)) if (found[0] === '}}') return inside.lastIndex;
  return text.length;
}

/** Whether Go's templates have something to fill in, be it half typed. */
export function isTemplated(text: string): boolean {
  const start = text.indexOf('{{');
  return start >= 0 && (text.includes('}}', start) || /\{\{-?\s*[\w.$(/]/.test(text));
}
