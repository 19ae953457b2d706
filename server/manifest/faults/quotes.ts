import { type Fault, insertion, type Recognise, type Replacement, type Situation } from './fault.ts';
import { nextEntry, type Word, type WrittenLine } from './written-lines.ts';

/** `schedule: * * * * *`, `@hourly`, `%d`, a backtick: what cannot begin text without quotes. */
export const signUnquoted: Recognise = ({ line: { value, key, dashes } }) => {
  if (!value || !(key || dashes.length > 0) || !/^[*&@`%,\]}]/.test(value.text) || /^(?:\*[\w-]+(?:\s|$)|&\S)/.test(value.text))
    return undefined;
  const quoted = inQuotes(value.text);
  return {
    remark: { code: 'yaml-quotes-needed', args: { sign: value.text.charAt(0), quoted } },
    range: value,
    mends: [quote(value)],
    certain: true,
  };
};

/** `{schedule: @hourly}`, `[sh, -c, %d]`: the same in a list or map on one line. */
export const signUnquotedFlow: Recognise = ({ text, line: { content, value, kind } }) => {
  if (kind !== 'entry' || !(/^[[{]/.test(value?.text ?? content.text) || /^\s*[{[]/.test(text))) return undefined;
  const found = signInFlow.exec(withoutQuoted(content.text));
  if (!found) return undefined;
  const start = content.start + found.index;
  const written = content.text.slice(found.index, found.index + found[0].length).trimEnd();
  const word = { start, end: start + written.length, text: written };
  const remark = { code: 'yaml-quotes-needed', args: { sign: written.charAt(0), quoted: inQuotes(written) } } as const;
  return { remark, range: word, mends: [quote(word)], certain: true };
};

/** A sign that begins an item, up to the next comma or bracket, or a value, up to the next field or bracket; none of an alias. */
const signInFlow =
  /(?<=[[{,]\s*)(?!\*[\w-]+\s*[,\]}])[*@`%][^,\]}]*|(?<=:\s+)(?!\*[\w-]+\s*(?:[,\]}]|$))[*@`%].*?(?=\s*(?:,\s*["']?[\w./-]+["']?\s*:(?:\s|$)|[\]}]|,?$))/;

/** `command: echo a b: c`, text with a colon and a blank in it. */
export const colonInText: Recognise = ({ line: { value } }) => {
  if (!value || !/^[^"'{[|>&*!]/.test(value.text) || !/:(?:\s|$)/.test(value.text)) return undefined;
  const quoted = inQuotes(value.text);
  return {
    remark: { code: 'yaml-colon-in-text', args: { quoted } },
    range: value,
    mends: [quote(value)],
    certain: true,
  };
};

/** `metadata: name: a`: a field in the line of the one that it belongs to, or text with a colon in it. */
export const fieldBesideKey: Recognise = ({ text, lines, at, line: { key: owner, value, column } }) => {
  const [, key = ''] = (value && /^([A-Za-z][\w.-]*):(?:\s+\S+)?$/.exec(value.text)) ?? [];
  if (!owner || !value || key === '') return undefined;
  const below = lines[nextEntry(lines, at) ?? -1]?.indent ?? 0;
  const ownLine = {
    title: { code: 'fix-own-line', args: { key } },
    edits: [{ start: owner.end + 1, end: value.start, text: `${lineBreakOf(text)}${' '.repeat(below > column ? below : column + 2)}` }],
    preferred: true,
  } as const;
  return {
    remark: { code: 'yaml-two-keys', args: { key } },
    range: { start: value.start, end: value.start + key.length },
    mends: [ownLine, { ...quote(value), preferred: false }],
    certain: false,
  };
};

/** `name: a image: b`: two fields on a line, or text with a colon in it. */
export const twoKeys: Recognise = ({ text, line }) => {
  const { value, column } = line;
  const [, first = '', key = ''] =
    (value && /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'{[|>]\S*)\s+([A-Za-z][\w.-]*):(?:\s|$)/.exec(value.text)) ?? [];
  if (!value || key === '' || first.endsWith(':')) return undefined;
  const from = value.start + first.length;
  const start = from + value.text.slice(first.length).search(/\S/);
  const ownLine = {
    title: { code: 'fix-own-line', args: { key } },
    edits: [{ start: from, end: start, text: `${lineBreakOf(text)}${' '.repeat(column)}` }],
    preferred: true,
  } as const;
  const isText = !/^["']/.test(value.text);
  return {
    remark: { code: 'yaml-two-keys', args: { key } },
    range: { start, end: start + key.length },
    mends: [ownLine, ...(isText ? [{ ...quote(value), preferred: false }] : [])],
    certain: false,
  };
};

/** Text in quotes that nobody closed. The next quote may stand many lines below, so the first line that is open counts. */
export const quoteOpen: Recognise = ({ lines, at }) => {
  const open = lines.findIndex((line, index) => index <= at && line.kind === 'entry' && isOpen(line, lines[nextEntry(lines, index) ?? -1]));
  const value = lines[open]?.value;
  if (!value) return undefined;
  const opens = value.start + (openQuoteIn(value.text) ?? 0);
  const sign = value.text.charAt(opens - value.start);
  // A key ends before its colon, and in brackets the text before these.
  const key = /^["'][\w./-]+(?=:(?:\s|$))/.exec(value.text)?.[0];
  const brackets = opens > value.start ? /[\]}\s]*$/.exec(value.text)?.[0] : undefined;
  const end = key ? value.start + key.length : value.end - (brackets?.length ?? 0);
  return {
    remark: { code: 'yaml-quote-open', args: { sign } },
    range: { start: opens, end },
    mends: [{ title: { code: 'fix-close-quote', args: { sign } }, edits: [insertion(end, sign)], preferred: true }],
    certain: true,
  };
};

/** Where the quote stands that a text, or a list or map on its line, opens and does not close. */
function openQuoteIn(text: string): number | undefined {
  if (/^["']/.test(text)) return endOfQuoted(text) === undefined ? 0 : undefined;
  if (!/^[[{]/.test(text)) return undefined;
  const closed = withoutQuoted(text);
  const quotes = [...closed.matchAll(/(?<=[[{,:\s])["']/g)].filter(({ index, 0: sign }) => !closed.slice(index + 1).includes(sign));
  return quotes[0]?.index;
}

/** Whether its value begins with a quote that does not end in this line, though the next one begins with a key or a dash, or ends the document. */
function isOpen({ value }: WrittenLine, next: WrittenLine | undefined): boolean {
  if (!value || openQuoteIn(value.text) === undefined) return false;
  return !next || next.key !== undefined || next.dashes.length > 0;
}

/** `"echo "hi""`: the second quote ends the text. */
export const quoteInside: Recognise = ({ line: { value } }) => {
  const end = value && endOfQuoted(value.text);
  if (!value || end === undefined || /^\s*(?:$|[,\]}]|:(?:\s|$))/.test(value.text.slice(end))) return undefined;
  const sign = value.text.charAt(0);
  const inner = value.text.endsWith(sign) && value.text.length > end ? value.text.slice(1, -1) : value.text;
  const isStray = /^\s*["']+$/.test(value.text.slice(end));
  const quoted = isStray ? value.text.slice(0, end) : inQuotes(inner, sign);
  return {
    remark: { code: 'yaml-quote-inside', args: { sign, quoted } },
    range: value,
    mends: [{ title: { code: 'fix-replace', args: { value: quoted } }, edits: [replaced(value, quoted)], preferred: true }],
    certain: true,
  };
};

/** `[sh, -c, "echo "hi""]`: the same in a list or map on one line. */
export const quoteInsideFlow: Recognise = ({ line: { value } }) => {
  if (!value || !/^[[{]/.test(value.text)) return undefined;
  const [, before = '', sign = '', inner = ''] = /^(.*?[[{,:\s])(["'])((?:(?!\2).)*\2[^\s,\]}:].*?)\2(?=\s*[,\]}])/.exec(value.text) ?? [];
  if (sign === '') return undefined;
  const start = value.start + before.length;
  const end = start + inner.length + 2;
  const quoted = inQuotes(inner, sign);
  return {
    remark: { code: 'yaml-quote-inside', args: { sign, quoted } },
    range: { start, end },
    mends: [{ title: { code: 'fix-replace', args: { value: quoted } }, edits: [{ start, end, text: quoted }], preferred: true }],
    certain: true,
  };
};

/** `"\d+"`: a backslash that means nothing in double quotes. */
export const escapeUnknown: Recognise = ({ line, detail, offset }) => {
  const { value } = line;
  if (detail !== 'escape' || !value || !/^"[^"']*"$/.test(value.text)) return undefined;
  const sign = /^\\./.exec(value.text.slice(Math.max(0, offset - value.start)))?.[0] ?? '\\';
  const quoted = `'${value.text.slice(1, -1)}'`;
  return {
    remark: { code: 'yaml-syntax', args: { detail: 'escape', sign } },
    range: value,
    mends: [{ title: { code: 'fix-replace', args: { value: quoted } }, edits: [replaced(value, quoted)], preferred: true }],
    certain: true,
  };
};

/** A line with a sign of no meaning in the place of each sign of text in quotes. */
function withoutQuoted(text: string): string {
  return text.replace(/(?<=[[{,:\s])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*(?:[,\]}:]|$))/g, (quoted) => '_'.repeat(quoted.length));
}

/** The length of text in quotes at the beginning of a text; undefined where it does not end. */
function endOfQuoted(text: string): number | undefined {
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(text)?.[0].length;
}

function quote(value: Word): Fault['mends'][number] {
  return { title: { code: 'fix-quote', args: { value: value.text } }, edits: [replaced(value, inQuotes(value.text))], preferred: true };
}

function replaced({ start, end }: Word, text: string): Replacement {
  return { start, end, text };
}

/** A text in double quotes, or in single ones where that needs fewer signs or double quotes stand around it already. */
function inQuotes(text: string, taken?: string): string {
  const single = `'${text.replaceAll("'", "''")}'`;
  if (taken === '"' && !text.includes("'")) return single;
  return /["\\]/.test(text) && taken !== "'" ? single : JSON.stringify(text);
}

function lineBreakOf(text: Situation['text']): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
