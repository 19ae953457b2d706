import { insertion, type Recognise } from './fault.ts';
import { nextEntry, type WrittenLine } from './written-lines.ts';

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** `command: [a, b`: brackets or braces that a line opens and nobody closes before the next field or item. */
export const bracketOpen: Recognise = ({ lines, at }) => {
  const open = lines.find((line, index) => index <= at && isOpen(line, lines[nextEntry(lines, index) ?? -1]));
  const value = open?.value;
  if (!value) return undefined;
  const ends = openIn(value.text).toReversed().join('');
  return {
    remark: { code: 'yaml-bracket-open', args: { sign: value.text.charAt(0), closing: ends } },
    range: value,
    mends: [{ title: { code: 'fix-close-quote', args: { sign: ends } }, edits: [insertion(value.end, ends)], preferred: true }],
    // What belongs into it may have been written nowhere yet.
    certain: value.text.length > 1,
  };
};

function isOpen({ kind, value, column }: WrittenLine, next: WrittenLine | undefined): boolean {
  if (kind !== 'entry' || !value || !/^(?:\[|\{(?!\{))/.test(value.text) || openIn(value.text).length === 0) return false;
  return !next || (next.indent <= column && (next.key !== undefined || next.dashes.length > 0));
}

/** `{limits: {cpu: 1}}}`, `[{containerPort: 80]`: one bracket too many, or another one before it missing. */
export const bracketWrong: Recognise = ({ line: { value, kind } }) => {
  if (!value || kind !== 'entry' || !/^(?:\[|\{(?!\{))/.test(value.text)) return undefined;
  const wrong = bracketsOf(value.text).wrong;
  if (!wrong) return undefined;
  const start = value.start + wrong.at;
  if (wrong.missing !== undefined) {
    return {
      remark: { code: 'yaml-bracket-open', args: { sign: wrong.missing === '}' ? '{' : '[', closing: wrong.missing } },
      range: value,
      mends: [
        { title: { code: 'fix-close-quote', args: { sign: wrong.missing } }, edits: [insertion(start, wrong.missing)], preferred: true },
      ],
      certain: true,
    };
  }
  const sign = value.text.charAt(wrong.at);
  return {
    remark: { code: 'yaml-bracket-extra', args: { sign } },
    range: { start, end: start + 1 },
    mends: [{ title: { code: 'fix-remove-value', args: { value: sign } }, edits: [{ start, end: start + 1, text: '' }], preferred: true }],
    certain: true,
  };
};

interface Brackets {
  /** What closes the brackets that are open at the end, the outermost first. */
  readonly open: readonly string[];
  /** The first that closes what is not open, and what is missing before it; undefined where it closes nothing. */
  readonly wrong: { readonly at: number; readonly missing: string | undefined } | undefined;
}

function bracketsOf(text: string): Brackets {
  const open: string[] = [];
  for (const { index, 0: sign } of text.matchAll(/(?<=[[{,:\s])(?:"(?:[^"\\]|\\.)*"|'[^']*')|[[\]{}]/g)) {
    const close = closing[sign];
    if (close !== undefined) open.push(close);
    else if (sign.length > 1) continue;
    else if (open.at(-1) === sign) open.pop();
    else return { open, wrong: { at: index, missing: open.at(-2) === sign ? open.at(-1) : undefined } };
  }
  return { open, wrong: undefined };
}

function openIn(text: string): readonly string[] {
  const { open, wrong } = bracketsOf(text);
  return wrong ? [] : open;
}

/** `[a,, b]`, `[, a]`: a comma without an item before it. */
export const commaExtra: Recognise = ({ text, detail, offset }) => {
  if (detail !== 'item-before-comma' || text[offset] !== ',') return undefined;
  return {
    remark: { code: 'yaml-syntax', args: { detail, sign: '' } },
    range: { start: offset, end: offset + 1 },
    mends: [
      { title: { code: 'fix-remove-value', args: { value: ',' } }, edits: [{ start: offset, end: offset + 1, text: '' }], preferred: true },
    ],
    certain: true,
  };
};

/** A line of JSON that has no comma behind it though another field or item follows. */
export const commaMissing: Recognise = ({ lines, at, text }) => {
  if (!/^\s*[{[]/.test(text)) return undefined;
  const index = [at - 1, at].find((one) => needsComma(lines[one]?.content.text, lines[one + 1]?.content.text));
  const line = index === undefined ? undefined : lines[index];
  if (!line) return undefined;
  return {
    remark: { code: 'yaml-syntax', args: { detail: 'comma', sign: '' } },
    range: { start: line.content.start, end: line.content.end },
    mends: [{ title: { code: 'fix-comma', args: {} }, edits: [insertion(line.content.end, ',')], preferred: true }],
    certain: true,
  };
};

function needsComma(line: string | undefined, next: string | undefined): boolean {
  return line !== undefined && next !== undefined && /["\w}\]]$/.test(line) && /^["{[\w]/.test(next);
}
