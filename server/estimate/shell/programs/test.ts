import type { Arguments } from './program.ts';

/**
 * The status of `test`, or of `[` without its bracket: 0, 1, 2 for words that are no test, or undefined where only the run
 * can tell, as for files. Up to four words are read by their number, as POSIX has it; more are split at -o and -a.
 */
export function testStatus(args: Arguments): number | undefined {
  if (args.length > 4) return manyWords(args);
  const [first, second, third] = args;
  switch (args.length) {
    case 0:
      return 1;
    case 1:
      return first === undefined ? undefined : truth(first !== '');
    case 2:
      return first === '!' ? opposite(testStatus(args.slice(1))) : unaryTest(first, second);
    case 3: {
      if (second === undefined) return undefined;
      if (binaryOperators.has(second)) return binaryTest(first, second, third);
      if (second === '-a' || second === '-o') return combined([testStatus([first]), testStatus([third])], second);
      if (first === '!') return opposite(testStatus(args.slice(1)));
      return first === '(' && third === ')' ? testStatus([second]) : undefinedOr(first, 2);
    }
    default:
      if (first === '!') return opposite(testStatus(args.slice(1)));
      return first === '(' && args[3] === ')' ? testStatus(args.slice(1, 3)) : undefined;
  }
}

const binaryOperators = new Set(['=', '==', '!=', '<', '>', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef']);

function truth(holds: boolean): number {
  return holds ? 0 : 1;
}

function undefinedOr(word: string | undefined, status: number): number | undefined {
  return word === undefined ? undefined : status;
}

function opposite(status: number | undefined): number | undefined {
  return status === undefined || status > 1 ? status : 1 - status;
}

/** -o binds less than -a; brackets and `!` among many words are left to the run. */
function manyWords(args: Arguments): number | undefined {
  if (args.some((arg) => arg === undefined || arg === '(' || arg === ')' || arg === '!')) return undefined;
  const either = splitAt(args, '-o').map((part) => combined(splitAt(part, '-a').map(partStatus), '-a'));
  return combined(either, '-o');
}

/** A part has three words at most: what stands behind them is too much. */
function partStatus(part: Arguments): number | undefined {
  if (part.length === 0) return undefined;
  return part.length > 3 ? 2 : testStatus(part);
}

function splitAt(args: Arguments, sign: string): readonly Arguments[] {
  const parts: (string | undefined)[][] = [[]];
  for (const arg of args) {
    if (arg === sign) parts.push([]);
    else parts.at(-1)?.push(arg);
  }
  return parts;
}

function combined(statuses: readonly (number | undefined)[], operator: '-a' | '-o'): number | undefined {
  if (statuses.some((status) => status === 2)) return 2;
  const decides = operator === '-a' ? 1 : 0;
  if (statuses.includes(decides)) return decides;
  return statuses.includes(undefined) ? undefined : 1 - decides;
}

/** A test of one word, which may be unknown. */
export function unaryTest(operator: string | undefined, word: string | undefined): number | undefined {
  if (operator === undefined || word === undefined) return undefined;
  if (operator === '-n') return truth(word !== '');
  if (operator === '-z') return truth(word === '');
  // What files, terminals and options there are is known to the run alone.
  return /^-[a-zA-Z]$/.test(operator) ? undefined : 2;
}

/** A test of two words, texts or numbers. */
export function binaryTest(left: string | undefined, operator: string, right: string | undefined): number | undefined {
  if (/^-(?:nt|ot|ef)$/.test(operator) || left === undefined || right === undefined) return undefined;
  if (operator === '=' || operator === '==') return truth(left === right);
  if (operator === '!=') return truth(left !== right);
  if (operator === '<' || operator === '>') return comparedTexts(left, operator, right);
  const number = /^\s*[-+]?\d{1,15}\s*$/;
  if (!number.test(left) || !number.test(right)) return 2;
  const [a, b] = [Number(left), Number(right)];
  return truth({ '-eq': a === b, '-ne': a !== b, '-lt': a < b, '-le': a <= b, '-gt': a > b, '-ge': a >= b }[operator] === true);
}

/** How texts are ordered goes by the language, but for digits and letters of one case. */
function comparedTexts(left: string, operator: '<' | '>', right: string): number | undefined {
  const plain = /^(?:[a-z]+|[A-Z]+|\d+)$/;
  if (left !== right && !(plain.test(left) && plain.test(right))) return undefined;
  return truth(operator === '<' ? left < right : left > right);
}
