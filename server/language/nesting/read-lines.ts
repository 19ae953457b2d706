/** A line of a manifest whose indentation says nothing. */
export type Line = Blank | Comment | Field | Other;

interface Blank {
  readonly kind: 'blank';
}

interface Comment {
  readonly kind: 'comment';
  readonly text: string;
}

/** `key: value`, behind dashes or not. */
export interface Field extends Item {
  readonly kind: 'field';
  readonly key: string;
  /** Without its comment; empty where the value stands in the lines below. */
  readonly value: string;
}

/** An item without a field in its line, or a line of text. */
export interface Other extends Item {
  readonly kind: 'other';
}

interface Item {
  /** As it stands between its blanks, dashes included. */
  readonly text: string;
  readonly dashes: number;
  /** What stands behind the dashes. */
  readonly content: string;
}

export function readLines(text: string): readonly Line[] {
  return text.split(/\r?\n/).map(readLine);
}

function readLine(line: string): Line {
  const [, signs = '', rest = ''] = /^[\s\uFEFF]*((?:-\s+|-$)*)(.*)$/.exec(line) ?? [];
  const [text, content] = [line.trim(), rest.trimEnd()];
  if (text === '') return { kind: 'blank' };
  const dashes = signs.split('-').length - 1;
  if (dashes === 0 && content.startsWith('#')) return { kind: 'comment', text };
  const [field, key = '', value = ''] = /^["']?([\w./-]+)["']?\s*:(?:\s+(.*))?$/.exec(content) ?? [];
  if (field === undefined) return { kind: 'other', text, dashes, content };
  return { kind: 'field', text, dashes, content, key, value: value.replace(/(^|\s)#.*$/, '').trim() };
}
