import { type Arguments, type ProgramRun, writing } from './program.ts';

/** `expr` with whole numbers and comparisons: its status is 1 where the result is 0 or empty, 2 where it cannot be evaluated. */
export function expr(args: Arguments): ProgramRun {
  if (args.includes(undefined)) return writing(undefined, undefined);
  const reader = { words: args.map((arg) => arg ?? ''), at: 0, depth: 0 };
  const value = readLevel(reader, 0);
  if (value === undefined || reader.at < reader.words.length) return writing(undefined, undefined);
  return writing(value === '' || value === '0' ? 1 : 0, `${value}\n`);
}

interface Reader {
  readonly words: readonly string[];
  at: number;
  depth: number;
}

/** From the weakest operators to the strongest. */
const levels: readonly (readonly string[])[] = [['|'], ['&'], ['=', '!=', '<', '>', '<=', '>='], ['+', '-'], ['*', '/', '%']];

/** Undefined where the words are no expression that is read here. */
function readLevel(reader: Reader, level: number): string | undefined {
  const operators = levels[level];
  if (!operators) return readOperand(reader);
  let left = readLevel(reader, level + 1);
  while (left !== undefined && operators.includes(reader.words[reader.at] ?? '')) {
    const operator = reader.words[reader.at] ?? '';
    reader.at += 1;
    const right = readLevel(reader, level + 1);
    left = right === undefined ? undefined : combine(left, operator, right);
  }
  return left;
}

function readOperand(reader: Reader): string | undefined {
  const word = reader.words[reader.at];
  reader.at += 1;
  reader.depth += 1;
  if (word === '(' && reader.depth < 50) {
    const inner = readLevel(reader, 0);
    const closed = reader.words[reader.at] === ')';
    reader.at += 1;
    return closed ? inner : undefined;
  }
  // Words that are operators to some: they are left to the run.
  return word === undefined || /^(?:match|substr|index|length|quote|\+|:|\)|\()$/.test(word) ? undefined : word;
}

function combine(left: string, operator: string, right: string): string | undefined {
  const isNothing = (text: string) => text === '' || /^-?0+$/.test(text);
  if (operator === '|' && !isNothing(left)) return left;
  if (operator === '|') return isNothing(right) ? '0' : right;
  if (operator === '&') return isNothing(left) || isNothing(right) ? '0' : left;
  const whole = /^-?\d{1,15}$/;
  const numbers = whole.test(left) && whole.test(right);
  if (/[=<>]/.test(operator)) return compare(numbers ? Math.sign(Number(left) - Number(right)) : order(left, right), operator);
  return numbers ? calculate(Number(left), operator, Number(right)) : undefined;
}

/** Texts are ordered as the language has it; only whether they are equal is sure. */
function order(left: string, right: string): number | undefined {
  return left === right ? 0 : undefined;
}

function compare(sign: number | undefined, operator: string): string | undefined {
  if (sign === undefined) return { '=': '0', '!=': '1' }[operator];
  const holds = { '=': sign === 0, '!=': sign !== 0, '<': sign < 0, '>': sign > 0, '<=': sign <= 0, '>=': sign >= 0 }[operator];
  return holds ? '1' : '0';
}

function calculate(left: number, operator: string, right: number): string | undefined {
  if (/[/%]/.test(operator) && right === 0) return undefined;
  const value = { '+': left + right, '-': left - right, '*': left * right, '/': Math.trunc(left / right) + 0, '%': (left % right) + 0 }[
    operator
  ];
  return Number.isSafeInteger(value) ? String(value) : undefined;
}
