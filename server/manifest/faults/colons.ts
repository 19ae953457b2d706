import { lookAlikesIn } from '../../unicode/look-alikes.ts';
import { insertion, type Recognise, type Replacement } from './fault.ts';
import { nextEntry, type WrittenLine, writtenLines } from './written-lines.ts';

/** `-name: a`: a dash without a blank; the lines below it that go with it move along. */
export const blankBehindDash: Recognise = ({ lines, at }) => {
  const index = [at, at - 1].find((one) => /^-[A-Za-z"']/.test(lines[one]?.content.text ?? '') && lines[one]?.kind === 'entry');
  const line = index === undefined ? undefined : lines[index];
  if (index === undefined || !line?.key) return undefined;
  const below = lines.slice(index + 1);
  const end = below.findIndex(({ kind, indent }) => kind !== 'nothing' && indent <= line.column);
  const along = below.slice(0, end < 0 ? below.length : end).filter(({ kind }) => kind !== 'nothing');
  const moved = along[0]?.indent === line.column + 1 ? along : [];
  return {
    remark: { code: 'yaml-blank-behind-dash', args: {} },
    range: { start: line.content.start, end: line.content.start + 1 },
    mends: [
      {
        title: { code: 'fix-blank', args: {} },
        edits: [insertion(line.content.start + 1, ' '), ...moved.map(({ start }) => insertion(start, ' '))],
        preferred: true,
      },
    ],
    certain: true,
  };
};

/** What the library complains of where a line in a map has no key. */
const keyless = new Set(['key-of-several-lines', 'colon', 'two-keys-on-a-line']);

/** `name:main`, `name :main`. */
export const blankBehindColon: Recognise = ({ line, detail }) => {
  const [written = '', key = ''] = /^([A-Za-z][\w.-]*)[ \t]*:(?=[^\s/:]|\/(?!\/))/.exec(line.content.text) ?? [];
  if (line.kind !== 'entry' || key === '' || line.key || !keyless.has(detail)) return undefined;
  const { start } = line.content;
  const edit = { start: start + key.length, end: start + written.length, text: ': ' };
  return {
    remark: { code: 'yaml-blank-behind-colon', args: { key } },
    range: { start, end: start + written.length },
    mends: [{ title: { code: 'fix-blank', args: {} }, edits: [edit], preferred: true }],
    certain: true,
  };
};

/** What looks like a colon and is none, as keyboards of other scripts write it. */
const likeColon = '\uff1a\ufe55\u2236\ua789';
const forColon = `=;${likeColon}`;
const withoutColon = new RegExp(`^([A-Za-z][\\w./-]*)((?:[ \\t]*[${forColon}][ \\t]*)?)(?:(?<=[${forColon}\\s])(\\S.*)|[ \\t]+(\\S.*))?$`);
const otherColon = new RegExp(`[${likeColon}]`);

/** `completions 5`, `completions = 5`, `completions： 5`, `restartPol`: a line of a map without its colon. */
export const colonMissing: Recognise = ({ line, lines, at, detail }) => {
  const [, key = '', sign = '', value] = withoutColon.exec(line.content.text) ?? [];
  if (line.kind !== 'entry' || key === '' || !keyless.has(detail)) return undefined;
  const { start } = line.content;
  const range = { start, end: start + key.length };
  const remark = { code: 'yaml-colon-missing', args: { key } } as const;
  if (otherColon.test(sign)) {
    const edits = lines.flatMap(colonForOther);
    const title = { code: 'fix-replace-unseen', args: { characters: lookAlikesIn(`a${sign}`) } } as const;
    // A sign that looks like a colon is told by its name, once: who wrote it there wrote it elsewhere.
    return { remark: { ...remark, args: { key: key + sign.trim() } }, range, mends: [{ title, edits, preferred: true }], certain: true };
  }
  const next = lines[nextEntry(lines, at) ?? -1];
  const edit = sign === '' ? insertion(range.end, ':') : { start: range.end, end: range.end + sign.length, text: ': ' };
  return {
    remark,
    range,
    mends: [{ title: { code: 'fix-colon', args: { key } }, edits: [edit], preferred: true }],
    // A word alone may become anything, even what is missing elsewhere.
    certain: value !== undefined || /[ \t]\S/.test(line.content.text) || (next !== undefined && next.indent > line.column),
  };
};

/** Colons for what looks like one behind the keys of a text's lines. */
export function colonsForOthers(text: string): readonly Replacement[] {
  return writtenLines(text).flatMap(colonForOther);
}

/** A colon, and a blank before a value, for what looks like one behind the key of a line. */
function colonForOther({ kind, content }: WrittenLine): readonly Replacement[] {
  const [, key = '', sign = '', value] = withoutColon.exec(content.text) ?? [];
  if (kind !== 'entry' || !otherColon.test(sign)) return [];
  const start = content.start + key.length;
  return [{ start, end: start + sign.length, text: value === undefined ? ':' : ': ' }];
}

const rootKey = new RegExp(`^[ \\t]*(?:-[ \\t]+)*(?:apiVersion|kind)[ \\t]*[${likeColon}]`, 'm');

/**
 * Where a text without quotes, from `start` to `end`, has a key of the root of a manifest before what looks like a colon: no map, because no
 * line of it has a colon. Undefined where it has none.
 */
export function keyBeforeOtherColon(text: string, { start, end }: { readonly start: number; readonly end: number }): number | undefined {
  const found = /["'|>]/.test(text.charAt(start)) ? null : rootKey.exec(text.slice(start, end));
  return found ? start + found.index + found[0].search(/[ak]/) : undefined;
}

/** `// note`, as other languages begin their comments. */
export const foreignComment: Recognise = ({ line }) => {
  const { start, text } = line.content;
  const [sign] = /^\/\/+/.exec(text) ?? [];
  if (!sign || line.kind !== 'entry') return undefined;
  return {
    remark: { code: 'yaml-comment', args: {} },
    range: line.content,
    mends: [
      { title: { code: 'fix-replace', args: { value: '#' } }, edits: [{ start, end: start + sign.length, text: '#' }], preferred: true },
    ],
    certain: true,
  };
};

/** The lines that git leaves where two versions contradict each other. */
export const conflictMark: Recognise = ({ line }) => {
  if (!/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(line.content.text)) return undefined;
  return { remark: { code: 'yaml-conflict', args: {} }, range: line.content, mends: [], certain: false };
};

/** `args: - a`: a list in the line of its key. */
export const listBesideKey: Recognise = ({ line, text, detail }) => {
  const { key, value, start } = line;
  if (detail !== 'list-beside-key' || !key || !/^-(?: |$)/.test(value?.text ?? '') || !value) return undefined;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    remark: { code: 'yaml-list-beside-key', args: { key: key.text } },
    range: value,
    mends: [
      {
        title: { code: 'fix-own-line', args: { key: value.text } },
        edits: [{ start: key.end + 1, end: value.start, text: lineBreak + ' '.repeat(value.start - start) }],
        preferred: true,
      },
    ],
    certain: true,
  };
};

/** `run: | echo`: text beside the sign that begins a block of it. */
export const blockHeader: Recognise = ({ line, text }) => {
  const { value, column } = line;
  const [header = '', sign = ''] = (value && /^([|>])[-+0-9]*[ \t]*(?=[^\s#])/.exec(value.text)) ?? [];
  if (!value || sign === '' || line.kind !== 'entry') return undefined;
  const start = value.start + header.length;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    remark: { code: 'yaml-block-header', args: { sign } },
    range: { start, end: value.end },
    mends: [
      {
        title: { code: 'fix-own-line', args: { key: value.text.slice(header.length) } },
        edits: [{ start: value.start + header.trimEnd().length, end: start, text: lineBreak + ' '.repeat(column + 2) }],
        preferred: true,
      },
    ],
    certain: false,
  };
};
