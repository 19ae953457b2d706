/** A character, what Unicode calls it, and the ASCII text that people take it for. */
type Row = readonly [code: number, name: string, ascii: string];

/** What nobody sees, or takes for a blank: it comes along when a text is pasted from a page or a document. */
const unseen: readonly Row[] = [
  [0x00a0, 'NO-BREAK SPACE', ' '],
  [0x00ad, 'SOFT HYPHEN', ''],
  [0x034f, 'COMBINING GRAPHEME JOINER', ''],
  [0x061c, 'ARABIC LETTER MARK', ''],
  [0x180e, 'MONGOLIAN VOWEL SEPARATOR', ''],
  [0x2000, 'EN QUAD', ' '],
  [0x2001, 'EM QUAD', ' '],
  [0x2002, 'EN SPACE', ' '],
  [0x2003, 'EM SPACE', ' '],
  [0x2004, 'THREE-PER-EM SPACE', ' '],
  [0x2005, 'FOUR-PER-EM SPACE', ' '],
  [0x2006, 'SIX-PER-EM SPACE', ' '],
  [0x2007, 'FIGURE SPACE', ' '],
  [0x2008, 'PUNCTUATION SPACE', ' '],
  [0x2009, 'THIN SPACE', ' '],
  [0x200a, 'HAIR SPACE', ' '],
  [0x200b, 'ZERO WIDTH SPACE', ''],
  [0x200c, 'ZERO WIDTH NON-JOINER', ''],
  [0x200d, 'ZERO WIDTH JOINER', ''],
  [0x200e, 'LEFT-TO-RIGHT MARK', ''],
  [0x200f, 'RIGHT-TO-LEFT MARK', ''],
  [0x2028, 'LINE SEPARATOR', ''],
  [0x2029, 'PARAGRAPH SEPARATOR', ''],
  [0x202a, 'LEFT-TO-RIGHT EMBEDDING', ''],
  [0x202b, 'RIGHT-TO-LEFT EMBEDDING', ''],
  [0x202c, 'POP DIRECTIONAL FORMATTING', ''],
  [0x202d, 'LEFT-TO-RIGHT OVERRIDE', ''],
  [0x202e, 'RIGHT-TO-LEFT OVERRIDE', ''],
  [0x202f, 'NARROW NO-BREAK SPACE', ' '],
  [0x205f, 'MEDIUM MATHEMATICAL SPACE', ' '],
  [0x2060, 'WORD JOINER', ''],
  [0x2066, 'LEFT-TO-RIGHT ISOLATE', ''],
  [0x2067, 'RIGHT-TO-LEFT ISOLATE', ''],
  [0x2068, 'FIRST STRONG ISOLATE', ''],
  [0x2069, 'POP DIRECTIONAL ISOLATE', ''],
  [0x3000, 'IDEOGRAPHIC SPACE', ' '],
  [0xfeff, 'ZERO WIDTH NO-BREAK SPACE', ''],
];

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
  [0x2212, 'MINUS SIGN', '-'],
  [0xff1a, 'FULLWIDTH COLON', ':'],
  [0xff0c, 'FULLWIDTH COMMA', ','],
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

const byCharacter: ReadonlyMap<string, Row> = new Map([...unseen, ...misread].map((row) => [String.fromCodePoint(row[0]), row]));
const unseenPattern = patternOf(unseen);
const anyPattern = patternOf([...unseen, ...misread]);

function patternOf(rows: readonly Row[]): RegExp {
  return new RegExp(`[${rows.map(([code]) => `\\u${code.toString(16).padStart(4, '0')}`).join('')}]`, 'g');
}

/** Each of these characters as `<U+200B ZERO WIDTH SPACE>`: those that nobody sees, and look-alikes beside letters that they look like. */
export function withNames(text: string): string {
  if (/^[\t\n\r -~]*$/.test(text)) return text;
  return text.replace(/[A-Za-z]/.test(text) ? anyPattern : unseenPattern, named);
}

/** The text with what such characters are taken for in their place, without blanks and curly quotes around it. */
export function asSeen(text: string): string {
  const seen = text.replace(anyPattern, (character) => byCharacter.get(character)?.[2] ?? character).trim();
  return /^["'A-Za-z0-9]/.test(text) ? seen : seen.replace(/^(["'])(.*)\1$/, '$2');
}

/** The names of such characters in a text, each once. */
export function lookAlikesIn(text: string): readonly string[] {
  return [...new Set(text.match(anyPattern) ?? [])].map((character) => named(character).slice(1, -1));
}

function named(character: string): string {
  const [code = 0, name = ''] = byCharacter.get(character) ?? [];
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')} ${name}>`;
}
