/** One element of a pattern. */
type Element = { readonly kind: 'many' } | { readonly kind: 'one'; readonly test: (char: string) => boolean };

export type Pattern = readonly Element[];

/** Texts and patterns longer than this are not compared. */
const longest = 2000;

/**
 * Reads a pattern of the shell: `*`, `?`, `[a-z]`, `[!…]`; a backslash guards what follows. Undefined where it is too long,
 * or holds what shells or languages read differently.
 */
export function parsePattern(text: string): Pattern | undefined {
  if (text.length > longest) return undefined;
  const elements: Element[] = [];
  const piece = /\\([\s\S])|(\*)|(\?)|\[([!^]?)(\]?(?:\[:\w+:\]|[^\]])*)\]|([\s\S])/y;
  while (piece.lastIndex < text.length) {
    const [, guarded, many, any, negated, set, char] = piece.exec(text) ?? [];
    if (many) elements.push({ kind: 'many' });
    else if (any) elements.push({ kind: 'one', test: () => true });
    else if (set !== undefined) {
      const test = setTest(set);
      if (!test) return undefined;
      elements.push({ kind: 'one', test: negated ? (one) => !test(one) : test });
    } else elements.push({ kind: 'one', test: (one) => one === (guarded ?? char) });
  }
  return elements;
}

const classes: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /\d/,
  alnum: /[A-Za-z\d]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /[ \t\n\r\f\v]/,
  blank: /[ \t]/,
  xdigit: /[\dA-Fa-f]/,
  punct: /[!-/:-@[-`{-~]/,
};

function setTest(set: string): ((char: string) => boolean) | undefined {
  const tests: ((char: string) => boolean)[] = [];
  const piece = /\[:(\w+):\]|([A-Za-z\d])-([A-Za-z\d])|(\\)|([\s\S])/y;
  while (piece.lastIndex < set.length) {
    const [, name, from = '', to = '', backslash, char = ''] = piece.exec(set) ?? [];
    const named = name === undefined ? undefined : classes[name];
    // Letters between others of another case go by the language.
    const mixed = from !== '' && !/^(?:[a-z]{2}|[A-Z]{2}|\d{2})$/.test(from + to);
    if ((name !== undefined && !named) || backslash || mixed) return undefined;
    if (named) tests.push((one) => named.test(one));
    else tests.push(from === '' ? (one) => one === char : (one) => one >= from && one <= to);
  }
  return (char) => tests.some((test) => test(char));
}

/** Whether all of a text fits a pattern; undefined where the text is too long to tell. */
export function fits(text: string, pattern: Pattern): boolean | undefined {
  if (text.length > longest) return undefined;
  let [at, place] = [0, 0];
  let star: { readonly place: number; at: number } | undefined;
  while (at < text.length) {
    const element = pattern[place];
    if (element?.kind === 'many') {
      star = { place, at };
      place += 1;
    } else if (element?.test(text.charAt(at))) {
      at += 1;
      place += 1;
    } else if (star) {
      star.at += 1;
      at = star.at;
      place = star.place + 1;
    } else return false;
  }
  return pattern.slice(place).every(({ kind }) => kind === 'many');
}

/** Longer texts are not searched for the stretch that fits. */
const longestSearched = 300;

/**
 * How much of the beginning or end of a text fits: the shortest or longest such stretch, which may be empty; undefined where
 * it is too long to tell.
 */
export function fittingLength(
  text: string,
  pattern: Pattern,
  where: 'start' | 'end',
  which: 'shortest' | 'longest',
): number | 'none' | undefined {
  if (text.length > longestSearched || pattern.length > longestSearched) return undefined;
  const lengths = Array.from({ length: text.length + 1 }, (_, length) => length);
  if (which === 'longest') lengths.reverse();
  return lengths.find((length) => fits(where === 'start' ? text.slice(0, length) : text.slice(text.length - length), pattern)) ?? 'none';
}

/** A text as a pattern that fits it alone. */
export function guarded(text: string): string {
  return text.replace(/[\\*?[\]!^-]/g, '\\$&');
}
