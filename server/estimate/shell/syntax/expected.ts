/** What a word would be at a place among commands. */
export type Expected =
  | 'command'
  | 'argument'
  /** The variable of `for` or `select`, then perhaps an `in`. */
  | 'loop-variable'
  | 'loop-in'
  /** The word of a `case`, then its `in`, then patterns. */
  | 'case-word'
  | 'case-in'
  | 'pattern'
  | 'function-name'
  /** Between `[[` and `]]`. */
  | 'condition'
  /** An element of an array. */
  | 'element';

/** The words that mean something where a command may begin, by what they lead to. */
const keywordsBefore: readonly (readonly [Expected, string])[] = [
  ['command', 'if then elif else while until do { ! time'],
  ['argument', 'fi done esac }'],
  ['loop-variable', 'for select'],
  ['case-word', 'case'],
  ['function-name', 'function'],
  ['condition', '[['],
];
const keywords = new Map(keywordsBefore.flatMap(([next, words]) => words.split(' ').map((word) => [word, next] as const)));

/** What a word is where something is expected, and what is expected behind it. */
export interface WordRole {
  readonly kind: 'keyword' | 'command' | 'text';
  readonly next: Expected;
}

const text = (next: Expected): WordRole => ({ kind: 'text', next });
const keyword = (next: Expected): WordRole => ({ kind: 'keyword', next });

/** `word` is the whole word where it is plain text, otherwise undefined: only plain words are keywords. */
export function wordRole(expected: Expected, word: string | undefined): WordRole {
  switch (expected) {
    case 'command': {
      const next = keywords.get(word ?? '');
      return next ? keyword(next) : { kind: 'command', next: 'argument' };
    }
    case 'loop-variable':
      return text('loop-in');
    case 'loop-in':
      if (word === 'in') return keyword('argument');
      return word === 'do' ? keyword('command') : text('argument');
    case 'case-word':
      return text('case-in');
    case 'case-in':
      return word === 'in' ? keyword('pattern') : text('case-in');
    case 'pattern':
      return word === 'esac' ? keyword('argument') : text('pattern');
    case 'function-name':
      return { kind: 'command', next: 'command' };
    case 'condition':
      return word === ']]' ? keyword('argument') : text('condition');
    default:
      return text(expected);
  }
}

/** What is expected behind an operator; `inCase` says that clauses of a `case` are being written. */
export function afterOperator(expected: Expected, operator: string, inCase: boolean): Expected {
  if (expected === 'condition' || expected === 'element') return expected;
  if (expected === 'pattern') return operator === ')' ? 'command' : 'pattern';
  if (/^;[;&]/.test(operator)) return inCase ? 'pattern' : 'command';
  const waits = expected === 'loop-in' || expected === 'case-in';
  return operator === '\n' && waits ? expected : 'command';
}
