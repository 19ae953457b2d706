/** A piece of a word of a shell script. */
export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  /** `$(…)` or backticks, with the script inside. */
  | { readonly kind: 'output'; readonly script: string }
  /** What only a running shell can tell: arithmetic, `${x:-y}`, patterns. */
  | { readonly kind: 'unknown' };

export type Word = readonly WordPart[];

export type ShellToken = { readonly kind: 'word'; readonly word: Word } | { readonly kind: 'operator'; readonly text: string };

const operators = ['&&', '||', ';;', ';', '&', '|', '\n', '(', ')'];
/** A shell knows these blanks alone: a no-break space or a byte order mark is part of a word. */
const blank = /^[ \t\r]/;
const wordEnd = /[ \t\r\n;&|()<>]/;
const redirection = /^\d*(?:>>|>&|<&|&>>|&>|>\||<>|>|<)/;

/**
 * Splits a script into words and operators. Redirections and comments are dropped, for they change neither time nor exit
 * code. Undefined where the script cannot be split with certainty: a quote that does not end, a here-document.
 */
export function shellTokens(script: string): readonly ShellToken[] | undefined {
  const tokens: ShellToken[] = [];
  let at = 0;
  let dropNext = false;
  while (at < script.length) {
    const rest = script.slice(at, at + 4);
    if (blank.test(rest)) at += 1;
    else if (rest.startsWith('\\\n')) at += 2;
    else if (rest.startsWith('#')) at = endOf(script, '\n', at);
    else if (rest.startsWith('<<')) return undefined;
    else {
      const redirected = redirection.exec(script.slice(at, at + 12));
      const operator = operators.find((text) => rest.startsWith(text));
      if (redirected) {
        at += redirected[0].length;
        dropNext = true;
      } else if (operator) {
        tokens.push({ kind: 'operator', text: operator });
        at += operator.length;
      } else {
        const read = readWord(script, at);
        if (!read) return undefined;
        if (!dropNext) tokens.push({ kind: 'word', word: read.word });
        dropNext = false;
        at = read.end;
      }
    }
  }
  return tokens;
}

interface ReadWord {
  readonly word: Word;
  readonly end: number;
}

function readWord(script: string, start: number): ReadWord | undefined {
  const parts: WordPart[] = [];
  let at = start;
  let quoted = false;
  while (at < script.length) {
    const char = script.charAt(at);
    if (char === '"') {
      quoted = !quoted;
      if (!quoted || parts.length === 0) parts.push({ kind: 'text', text: '' });
      at += 1;
    } else if (!quoted && wordEnd.test(char)) break;
    else if (!quoted && char === "'") {
      const end = script.indexOf("'", at + 1);
      if (end < 0) return undefined;
      parts.push({ kind: 'text', text: script.slice(at + 1, end) });
      at = end + 1;
    } else if (char === '\\') {
      const next = script.charAt(at + 1);
      const kept = quoted && !/["\\$`\n]/.test(next) ? `\\${next}` : next === '\n' ? '' : next;
      parts.push({ kind: 'text', text: kept });
      at += 2;
    } else if (char === '$' || char === '`') {
      const read = readExpansion(script, at);
      if (!read) return undefined;
      parts.push(read.part);
      at = read.end;
    } else {
      const pattern = !quoted && /^(?:[*?{~]|\[\S)/.test(script.slice(at, at + 2));
      parts.push(pattern ? { kind: 'unknown' } : { kind: 'text', text: char });
      at += 1;
    }
  }
  return quoted ? undefined : { word: joined(parts), end: at };
}

function readExpansion(script: string, at: number): { readonly part: WordPart; readonly end: number } | undefined {
  const rest = script.slice(at);
  if (rest.startsWith('`')) {
    const end = script.indexOf('`', at + 1);
    return end < 0 ? undefined : { part: { kind: 'output', script: script.slice(at + 1, end) }, end: end + 1 };
  }
  if (rest.startsWith('$(')) {
    const end = closing(script, at + 2);
    if (end < 0) return undefined;
    const part: WordPart = rest.startsWith('$((') ? { kind: 'unknown' } : { kind: 'output', script: script.slice(at + 2, end) };
    return { part, end: end + 1 };
  }
  const name = /^\$(?:\{([A-Za-z_]\w*|\?)\}|([A-Za-z_]\w*|\?))/.exec(rest);
  if (name) return { part: { kind: 'variable', name: name[1] ?? name[2] ?? '' }, end: at + name[0].length };
  const other = /^\$(?:\{[^}]*\}|[\d@*#!$-])/.exec(rest);
  if (other) return { part: { kind: 'unknown' }, end: at + other[0].length };
  return { part: { kind: 'text', text: '$' }, end: at + 1 };
}

/** The place of the bracket that closes one opened just before `at`; -1 where there is none. */
function closing(script: string, at: number): number {
  let depth = 1;
  let quote = '';
  for (let place = at; place < script.length; place += 1) {
    const char = script.charAt(place);
    if (char === '\\') place += 1;
    else if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (depth === 0) return place;
  }
  return -1;
}

function joined(parts: readonly WordPart[]): Word {
  const word: WordPart[] = [];
  for (const part of parts) {
    const last = word.at(-1);
    if (part.kind === 'text' && last?.kind === 'text') word[word.length - 1] = { kind: 'text', text: last.text + part.text };
    else word.push(part);
  }
  return word;
}

function endOf(script: string, text: string, from: number): number {
  const end = script.indexOf(text, from);
  return end < 0 ? script.length : end;
}
