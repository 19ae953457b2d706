import { blankForUnseen, codePointWithName, nameOfUnseen, unseenAnd, withoutUnseen } from './unseen.ts';

/** A character, what Unicode calls it, and the ASCII text that people take it for. */
type Row = readonly [code: number, name: string, ascii: string];

/** Signs and letters that look like others, where they stand among ASCII letters. */
const misread: readonly Row[] = [
  [0x2018, 'LEFT SINGLE QUOTATION MARK', "'"],
  [0x2019, 'RIGHT SINGLE QUOTATION MARK', "'"],
  [0x201a, 'SINGLE LOW-9 QUOTATION MARK', "'"],
  [0x201b, 'SINGLE HIGH-REVERSED-9 QUOTATION MARK', "'"],
  [0x201c, 'LEFT DOUBLE QUOTATION MARK', '"'],
  [0x201d, 'RIGHT DOUBLE QUOTATION MARK', '"'],
  [0x201e, 'DOUBLE LOW-9 QUOTATION MARK', '"'],
  [0x201f, 'DOUBLE HIGH-REVERSED-9 QUOTATION MARK', '"'],
  [0x2010, 'HYPHEN', '-'],
  [0x2011, 'NON-BREAKING HYPHEN', '-'],
  [0x2012, 'FIGURE DASH', '-'],
  [0x2013, 'EN DASH', '-'],
  [0x2014, 'EM DASH', '-'],
  [0x2015, 'HORIZONTAL BAR', '-'],
  [0x2212, 'MINUS SIGN', '-'],
  [0x2500, 'BOX DRAWINGS LIGHT HORIZONTAL', '-'],
  [0x2501, 'BOX DRAWINGS HEAVY HORIZONTAL', '-'],
  [0x2e3a, 'TWO-EM DASH', '-'],
  [0x2e3b, 'THREE-EM DASH', '-'],
  [0xfe58, 'SMALL EM DASH', '-'],
  [0xfe63, 'SMALL HYPHEN-MINUS', '-'],
  [0xff0d, 'FULLWIDTH HYPHEN-MINUS', '-'],
  [0xff1a, 'FULLWIDTH COLON', ':'],
  [0xfe55, 'SMALL COLON', ':'],
  [0x2236, 'RATIO', ':'],
  [0xa789, 'MODIFIER LETTER COLON', ':'],
  [0xff0c, 'FULLWIDTH COMMA', ','],
  [0x2022, 'BULLET', '-'],
  [0xff02, 'FULLWIDTH QUOTATION MARK', '"'],
  [0xff03, 'FULLWIDTH NUMBER SIGN', '#'],
  [0xff07, 'FULLWIDTH APOSTROPHE', "'"],
  [0xff3b, 'FULLWIDTH LEFT SQUARE BRACKET', '['],
  [0xff3d, 'FULLWIDTH RIGHT SQUARE BRACKET', ']'],
  [0xff5b, 'FULLWIDTH LEFT CURLY BRACKET', '{'],
  [0xff5d, 'FULLWIDTH RIGHT CURLY BRACKET', '}'],
  [0x2044, 'FRACTION SLASH', '/'],
  [0x2215, 'DIVISION SLASH', '/'],
  [0x0430, 'CYRILLIC SMALL LETTER A', 'a'],
  [0x0435, 'CYRILLIC SMALL LETTER IE', 'e'],
  [0x043e, 'CYRILLIC SMALL LETTER O', 'o'],
  [0x0440, 'CYRILLIC SMALL LETTER ER', 'p'],
  [0x0441, 'CYRILLIC SMALL LETTER ES', 'c'],
  [0x0443, 'CYRILLIC SMALL LETTER U', 'y'],
  [0x0445, 'CYRILLIC SMALL LETTER HA', 'x'],
  [0x0456, 'CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I', 'i'],
  [0x0458, 'CYRILLIC SMALL LETTER JE', 'j'],
  [0x0455, 'CYRILLIC SMALL LETTER DZE', 's'],
  [0x04bb, 'CYRILLIC SMALL LETTER SHHA', 'h'],
  [0x0501, 'CYRILLIC SMALL LETTER KOMI DE', 'd'],
  [0x051b, 'CYRILLIC SMALL LETTER QA', 'q'],
  [0x051d, 'CYRILLIC SMALL LETTER WE', 'w'],
  [0x0410, 'CYRILLIC CAPITAL LETTER A', 'A'],
  [0x0412, 'CYRILLIC CAPITAL LETTER VE', 'B'],
  [0x0415, 'CYRILLIC CAPITAL LETTER IE', 'E'],
  [0x041a, 'CYRILLIC CAPITAL LETTER KA', 'K'],
  [0x041c, 'CYRILLIC CAPITAL LETTER EM', 'M'],
  [0x041d, 'CYRILLIC CAPITAL LETTER EN', 'H'],
  [0x041e, 'CYRILLIC CAPITAL LETTER O', 'O'],
  [0x0420, 'CYRILLIC CAPITAL LETTER ER', 'P'],
  [0x0421, 'CYRILLIC CAPITAL LETTER ES', 'C'],
  [0x0422, 'CYRILLIC CAPITAL LETTER TE', 'T'],
  [0x0425, 'CYRILLIC CAPITAL LETTER HA', 'X'],
  [0x0406, 'CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I', 'I'],
  [0x0408, 'CYRILLIC CAPITAL LETTER JE', 'J'],
  [0x0405, 'CYRILLIC CAPITAL LETTER DZE', 'S'],
  [0x03bf, 'GREEK SMALL LETTER OMICRON', 'o'],
  [0x03bd, 'GREEK SMALL LETTER NU', 'v'],
  [0x03b1, 'GREEK SMALL LETTER ALPHA', 'a'],
  [0x03c1, 'GREEK SMALL LETTER RHO', 'p'],
  [0x03b9, 'GREEK SMALL LETTER IOTA', 'i'],
  [0x03ba, 'GREEK SMALL LETTER KAPPA', 'k'],
  [0x0391, 'GREEK CAPITAL LETTER ALPHA', 'A'],
  [0x0392, 'GREEK CAPITAL LETTER BETA', 'B'],
  [0x0395, 'GREEK CAPITAL LETTER EPSILON', 'E'],
  [0x0396, 'GREEK CAPITAL LETTER ZETA', 'Z'],
  [0x0397, 'GREEK CAPITAL LETTER ETA', 'H'],
  [0x0399, 'GREEK CAPITAL LETTER IOTA', 'I'],
  [0x039a, 'GREEK CAPITAL LETTER KAPPA', 'K'],
  [0x039c, 'GREEK CAPITAL LETTER MU', 'M'],
  [0x039d, 'GREEK CAPITAL LETTER NU', 'N'],
  [0x039f, 'GREEK CAPITAL LETTER OMICRON', 'O'],
  [0x03a1, 'GREEK CAPITAL LETTER RHO', 'P'],
  [0x03a4, 'GREEK CAPITAL LETTER TAU', 'T'],
  [0x03a5, 'GREEK CAPITAL LETTER UPSILON', 'Y'],
  [0x03a7, 'GREEK CAPITAL LETTER CHI', 'X'],
];

const byCharacter: ReadonlyMap<string, Row> = new Map(misread.map((row) => [String.fromCodePoint(row[0]), row]));

/** Letters and digits of ASCII in other shapes: full-width, and the bold, italic and other letters of mathematics. */
const reshaped = '\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u{1d400}-\u{1d6a3}\u{1d7ce}-\u{1d7ff}';
const misreadClass = `[${reshaped}${misread.map(([code]) => `\\u{${code.toString(16)}}`).join('')}]`;
const isMisread = new RegExp(`^${misreadClass}`, 'u');
const eachMisread = new RegExp(misreadClass, 'gu');
const eachLookAlike = unseenAnd(misreadClass);

/**
 * Each of these characters as `<U+200B ZERO WIDTH SPACE>`: those that nobody sees, and look-alikes beside letters that they look like, or
 * where the whole text consists of them.
 */
export function withNames(text: string): string {
  if (isPlain(text)) return text;
  const isMisleading = /[A-Za-z]/.test(text) || isPlain(asciiFor(text));
  return withoutUnseen(text, (character) => `<${nameOf(character)}>`, isMisleading ? eachLookAlike : undefined);
}

/** The text with what such characters are taken for in their place, without blanks and curly quotes around it. */
export function asSeen(text: string): string {
  if (isPlain(text)) return text.trim();
  const seen = asciiFor(text).trim();
  return /^["'A-Za-z0-9]/.test(text) ? seen : seen.replace(/^(["'])(.*)\1$/, '$2');
}

/** The text with what such characters are taken for in their place. */
export function asciiFor(text: string): string {
  return isPlain(text) ? text : withoutUnseen(text, meantByCharacter, eachLookAlike);
}

function meantByCharacter(character: string): string {
  if (!isMisread.test(character)) return blankForUnseen(character);
  return byCharacter.get(character)?.[2] ?? character.normalize('NFKC');
}

/** The names of such characters in a text, each once, those that nobody sees first. */
export function lookAlikesIn(text: string): readonly string[] {
  if (isPlain(text)) return [];
  const found = new Set<string>();
  const noted = (character: string) => {
    found.add(character);
    return character;
  };
  withoutUnseen(text, noted, eachLookAlike);
  return [...found].sort((one, other) => Number(isMisread.test(one)) - Number(isMisread.test(other))).map(nameOf);
}

/** The signs of a text, not its letters and digits, that only look like those of ASCII: where they stand, and what they are taken for. */
export function misreadSigns(text: string): readonly { readonly index: number; readonly character: string; readonly sign: string }[] {
  if (isPlain(text)) return [];
  return [...text.matchAll(eachMisread)].flatMap(({ index, 0: character }) => {
    const sign = meantByCharacter(character);
    return /\w/.test(sign) ? [] : [{ index, character, sign }];
  });
}

/** What is meant by a value as it is written, quotes included, where such characters may be all that is wrong with it; else undefined. */
export function meantBy(written: string): string | undefined {
  if (isPlain(written) || written.includes('\n')) return undefined;
  const seen = asSeen(written);
  const isValue = /^[\w./@+-]+$/.test(seen) || /^"[\w ./@+*:-]*"$|^'[\w ./@+*:-]*'$/.test(seen);
  return isValue ? seen : undefined;
}

function isPlain(text: string): boolean {
  return /^[\t\n\r -~]*$/.test(text);
}

function nameOf(character: string): string {
  if (!isMisread.test(character)) return nameOfUnseen(character);
  const code = character.codePointAt(0) ?? 0;
  return codePointWithName(code, byCharacter.get(character)?.[1] ?? nameOfFullWidth(code));
}

/** Undefined of letters of mathematics. */
function nameOfFullWidth(code: number): string | undefined {
  const ascii = String.fromCodePoint(Math.max(0, code - 0xfee0));
  if (/\d/.test(ascii)) return `FULLWIDTH DIGIT ${digits[Number(ascii)]}`;
  if (/[A-Z]/i.test(ascii)) return `FULLWIDTH LATIN ${ascii < 'a' ? 'CAPITAL' : 'SMALL'} LETTER ${ascii.toUpperCase()}`;
  return undefined;
}

const digits = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];
