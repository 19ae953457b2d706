/** What Unicode calls the characters of a stretch; a function where the name follows from the code. */
type Names = readonly [from: number, to: number, name: string | ((code: number) => string)];

/** Those that come along when a text is pasted from a page or a document, and whole blocks of others. Any other has no name here. */
const names: readonly Names[] = [
  one(0x00a0, 'NO-BREAK SPACE'),
  one(0x00ad, 'SOFT HYPHEN'),
  one(0x034f, 'COMBINING GRAPHEME JOINER'),
  one(0x061c, 'ARABIC LETTER MARK'),
  one(0x115f, 'HANGUL CHOSEONG FILLER'),
  one(0x1160, 'HANGUL JUNGSEONG FILLER'),
  one(0x1680, 'OGHAM SPACE MARK'),
  one(0x180e, 'MONGOLIAN VOWEL SEPARATOR'),
  ...list(0x2000, 'EN QUAD, EM QUAD, EN SPACE, EM SPACE, THREE-PER-EM SPACE, FOUR-PER-EM SPACE, SIX-PER-EM SPACE, FIGURE SPACE'),
  ...list(0x2008, 'PUNCTUATION SPACE, THIN SPACE, HAIR SPACE, ZERO WIDTH SPACE, ZERO WIDTH NON-JOINER, ZERO WIDTH JOINER'),
  ...list(0x200e, 'LEFT-TO-RIGHT MARK, RIGHT-TO-LEFT MARK'),
  ...list(0x2028, 'LINE SEPARATOR, PARAGRAPH SEPARATOR, LEFT-TO-RIGHT EMBEDDING, RIGHT-TO-LEFT EMBEDDING'),
  ...list(0x202c, 'POP DIRECTIONAL FORMATTING, LEFT-TO-RIGHT OVERRIDE, RIGHT-TO-LEFT OVERRIDE, NARROW NO-BREAK SPACE'),
  ...list(0x205f, 'MEDIUM MATHEMATICAL SPACE, WORD JOINER, FUNCTION APPLICATION, INVISIBLE TIMES, INVISIBLE SEPARATOR, INVISIBLE PLUS'),
  ...list(0x2066, 'LEFT-TO-RIGHT ISOLATE, RIGHT-TO-LEFT ISOLATE, FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE'),
  one(0x2800, 'BRAILLE PATTERN BLANK'),
  one(0x3000, 'IDEOGRAPHIC SPACE'),
  one(0x3164, 'HANGUL FILLER'),
  [0xfe00, 0xfe0f, (code) => `VARIATION SELECTOR-${code - 0xfe00 + 1}`],
  one(0xfeff, 'ZERO WIDTH NO-BREAK SPACE'),
  one(0xffa0, 'HALFWIDTH HANGUL FILLER'),
  one(0xe0001, 'LANGUAGE TAG'),
  [0xe0020, 0xe007e, (code) => `TAG ${JSON.stringify(String.fromCharCode(code - 0xe0000))}`],
  one(0xe007f, 'CANCEL TAG'),
  [0xe0100, 0xe01ef, (code) => `VARIATION SELECTOR-${code - 0xe0100 + 17}`],
];

function one(code: number, name: string): Names {
  return [code, code, name];
}

/** Names one behind the other, from a code on. */
function list(from: number, listed: string): readonly Names[] {
  return listed.split(', ').map((name, at) => one(from + at, name));
}

/** What Unicode says is not to be seen, what turns letters round or ends a line, and blanks that are no space. */
const unseen = '[\\p{Default_Ignorable_Code_Point}\\p{Cf}\\p{Zl}\\p{Zp}\\u2800]|(?! )\\p{Zs}';
/** In one picture joiners and selectors are what is seen: they say which picture it is. */
const picture = '\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})?';
const emoji = `${picture}(?:\\u200d${picture})*|[0-9#*]\\ufe0f\\u20e3`;
/** Emoji are read over as a whole. Without a group: each match would be a list, and a text of a million would hold as many at once. */
const unseenOrEmoji = unseenAnd();
const isEmoji = /^[\p{Extended_Pictographic}0-9#*]/u;

/** Finds what nobody sees, and characters of a class of others, as a pattern writes it; emoji as a whole. */
export function unseenAnd(others?: string): RegExp {
  return new RegExp(`${emoji}|${unseen}${others === undefined ? '' : `|${others}`}`, 'gu');
}

/**
 * The text with something else in the place of each character that nobody sees, or that another pattern of `unseenAnd` finds. Emoji stay as
 * they are. Asked once for each character: there may be a million of one, and few different ones.
 */
export function withoutUnseen(text: string, shown: (character: string) => string, pattern: RegExp = unseenOrEmoji): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  const known = new Map<string, string>();
  return text.replace(pattern, (found) => {
    const before = known.get(found);
    if (before !== undefined) return before;
    const answer = isEmoji.test(found) ? found : shown(found);
    known.set(found, answer);
    return answer;
  });
}

/** What such a character is taken for: a blank, or nothing at all. */
export function blankForUnseen(character: string): string {
  return /[\p{Zs}\u2800]/u.test(character) ? ' ' : '';
}

/** `U+200B ZERO WIDTH SPACE`; the code alone of those that are met nowhere. */
export function nameOfUnseen(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const [, , name] = names.find(([from, to]) => from <= code && code <= to) ?? [];
  return codePointWithName(code, typeof name === 'function' ? name(code) : name);
}

/** A character by its code, as Unicode writes it, and by its name where that is known. */
export function codePointWithName(code: number, name: string | undefined): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}${name === undefined ? '' : ` ${name}`}`;
}
