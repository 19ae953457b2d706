/** Variables as arithmetic sees them. */
export interface Numbers {
  /** Its text, undefined where only the run can tell. */
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string | undefined) => void;
  /** Whether `++`, `--`, `**` and `,` are known: to all shells but dash. */
  readonly extended: boolean;
  /** Whether the part of `?:`, `&&` and `||` that does not count may be evaluated all the same: BusyBox' shell does so up to 1.36. */
  readonly eager: boolean;
}

/**
 * The value of an arithmetic expression, undefined where only the run can tell; 'invalid' where the shell might refuse it.
 * Whole numbers beyond 2^53 are not told.
 */
export function evaluateArithmetic(expression: string, numbers: Numbers): number | undefined | 'invalid' {
  const tokens = tokensOf(expression);
  if (!tokens) return 'invalid';
  if (tokens.length === 0) return 0;
  const reader: Reader = { tokens, at: 0, numbers, depth: 0 };
  const tree = readExpression(reader, 0);
  if (!tree || reader.at < tokens.length) return 'invalid';
  const value = resultOf(tree, numbers);
  return value === undefined || value === 'invalid' || Number.isSafeInteger(value) ? value : undefined;
}

type Tree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'sign'; readonly operator: string; readonly operand: Tree }
  | { readonly kind: 'two'; readonly operator: string; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'choice'; readonly condition: Tree; readonly yes: Tree; readonly no: Tree }
  | { readonly kind: 'assign'; readonly name: string; readonly operator: string; readonly right: Tree }
  /** `i++` and `++i`; `later` says that the value is that before. */
  | { readonly kind: 'step'; readonly name: string; readonly by: number; readonly later: boolean };

const token = /\s*(0[xX][\da-fA-F]+|\d+|[A-Za-z_]\w*|<<=|>>=|\*\*|\+\+|--|&&|\|\||<<|>>|[-+*/%&^|<>=!]=|[-+*/%&^|<>=!~?:(),])\s*/y;

function tokensOf(expression: string): readonly string[] | undefined {
  const tokens: string[] = [];
  let at = 0;
  while (at < expression.length && /\S/.test(expression.slice(at, at + 200))) {
    token.lastIndex = at;
    const [whole = '', text = ''] = token.exec(expression) ?? [];
    if (text === '') return undefined;
    tokens.push(text);
    at += whole.length;
  }
  return tokens;
}

/** How tightly the operators between two operands bind. */
const strengths = new Map(
  [
    [','],
    ['='],
    ['?'],
    ['||'],
    ['&&'],
    ['|'],
    ['^'],
    ['&'],
    ['==', '!='],
    ['<', '>', '<=', '>='],
    ['<<', '>>'],
    ['+', '-'],
    ['*', '/', '%'],
    ['**'],
  ].flatMap((operators, strength) => operators.map((operator) => [operator, strength] as const)),
);
const assigning = 1;
const choosing = 2;
const raising = 13;

interface Reader {
  readonly tokens: readonly string[];
  readonly numbers: Numbers;
  at: number;
  depth: number;
}

/** Undefined where there is no expression. */
function readExpression(reader: Reader, weakest: number): Tree | undefined {
  reader.depth += 1;
  let left = reader.depth > 100 ? undefined : readOperand(reader);
  while (left) {
    const operator = reader.tokens[reader.at] ?? '';
    const assignment = /^(?:[-+*/%&^|]|<<|>>)?=$/.test(operator);
    const strength = assignment ? assigning : strengths.get(operator);
    if (strength === undefined || strength < weakest || (!reader.numbers.extended && /^(?:,|\*\*)$/.test(operator))) break;
    reader.at += 1;
    left = joinOperands(reader, left, operator, strength);
  }
  reader.depth -= 1;
  return left;
}

function joinOperands(reader: Reader, left: Tree, operator: string, strength: number): Tree | undefined {
  if (strength === choosing) return readChoice(reader, left);
  // Assignments and powers group from the right.
  const right = readExpression(reader, strength === assigning || strength === raising ? strength : strength + 1);
  if (!right) return undefined;
  if (strength !== assigning) return { kind: 'two', operator, left, right };
  return left.kind === 'variable' ? { kind: 'assign', name: left.name, operator: operator.slice(0, -1), right } : undefined;
}

function readChoice(reader: Reader, condition: Tree): Tree | undefined {
  const yes = readExpression(reader, assigning);
  if (!yes || reader.tokens[reader.at] !== ':') return undefined;
  reader.at += 1;
  const no = readExpression(reader, choosing);
  return no && { kind: 'choice', condition, yes, no };
}

function readOperand(reader: Reader): Tree | undefined {
  const text = reader.tokens[reader.at] ?? '';
  reader.at += 1;
  if (text === '(') {
    const inner = readExpression(reader, 0);
    const closed = reader.tokens[reader.at] === ')';
    reader.at += 1;
    return closed ? inner : undefined;
  }
  if (text === '++' || text === '--') return readStep(reader, text);
  if (/^[-+!~]$/.test(text)) {
    const operand = readExpression(reader, raising);
    return operand && { kind: 'sign', operator: text, operand };
  }
  if (/^\d/.test(text)) return numberTree(text);
  if (!/^[A-Za-z_]/.test(text)) return undefined;
  const next = reader.tokens[reader.at] ?? '';
  if (!/^(?:\+\+|--)$/.test(next)) return { kind: 'variable', name: text };
  // To dash these are two signs; few scripts rely on that.
  if (!reader.numbers.extended) return undefined;
  reader.at += 1;
  return { kind: 'step', name: text, by: next === '++' ? 1 : -1, later: true };
}

function readStep(reader: Reader, sign: string): Tree | undefined {
  const name = reader.tokens[reader.at] ?? '';
  if (!reader.numbers.extended || !/^[A-Za-z_]/.test(name)) return undefined;
  reader.at += 1;
  return { kind: 'step', name, by: sign === '++' ? 1 : -1, later: false };
}

function numberTree(text: string): Tree | undefined {
  const value = wholeNumber(text);
  return value === undefined ? undefined : { kind: 'number', value };
}

/** As shells read it: `010` is eight, `0x10` sixteen; undefined where it is no number. */
function wholeNumber(text: string): number | undefined {
  const [, sign = '', digits = ''] = /^\s*([-+]?)(0[xX][\da-fA-F]+|0[0-7]*|[1-9]\d*)\s*$/.exec(text) ?? [];
  if (digits === '') return undefined;
  const size = /^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return sign === '-' ? -size : size;
}

type Result = number | undefined | 'invalid';

function resultOf(tree: Tree, numbers: Numbers): Result {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'variable':
      return valueOfVariable(tree.name, numbers);
    case 'sign':
      return signed(tree.operator, resultOf(tree.operand, numbers));
    case 'two':
      return tree.operator === '&&' || tree.operator === '||' ? logical(tree, numbers) : combined(tree, numbers);
    case 'choice':
      return chosen(tree, numbers);
    case 'assign':
      return assign(
        tree.name,
        tree.operator === '' ? resultOf(tree.right, numbers) : combined({ ...tree, left: { kind: 'variable', name: tree.name } }, numbers),
        numbers,
      );
    case 'step': {
      const before = valueOfVariable(tree.name, numbers);
      const after = assign(tree.name, calculate('+', before, tree.by), numbers);
      return tree.later ? before : after;
    }
  }
}

/** What is not set is 0; a text that is no number may be an expression to one shell and a fault to another. */
function valueOfVariable(name: string, numbers: Numbers): Result {
  const text = numbers.get(name);
  if (text === undefined) return undefined;
  return text.trim() === '' ? 0 : (wholeNumber(text) ?? 'invalid');
}

function assign(name: string, value: Result, numbers: Numbers): Result {
  if (value !== 'invalid') numbers.set(name, value === undefined ? undefined : String(value));
  return value;
}

function signed(operator: string, value: Result): Result {
  if (value === undefined || value === 'invalid') return value;
  return { '-': -value, '+': value, '!': value === 0 ? 1 : 0, '~': -value - 1 }[operator];
}

function combined(
  { operator, left, right }: { readonly operator: string; readonly left: Tree; readonly right: Tree },
  numbers: Numbers,
): Result {
  const first = resultOf(left, numbers);
  return operator === ',' && first !== 'invalid' ? resultOf(right, numbers) : calculate(operator, first, resultOf(right, numbers));
}

function logical(
  { operator, left, right }: { readonly operator: string; readonly left: Tree; readonly right: Tree },
  numbers: Numbers,
): Result {
  const first = resultOf(left, numbers);
  const decides = operator === '&&' ? 0 : 1;
  if (first === 'invalid') return first;
  if (first !== undefined && (first === 0 ? 0 : 1) === decides) return unless(right, numbers, decides);
  const second = first === undefined ? forgotten(right, numbers) : resultOf(right, numbers);
  if (first === undefined || second === undefined || second === 'invalid') return second === 'invalid' ? second : undefined;
  return second === 0 ? 0 : 1;
}

function chosen({ condition, yes, no }: { readonly condition: Tree; readonly yes: Tree; readonly no: Tree }, numbers: Numbers): Result {
  const value = resultOf(condition, numbers);
  if (value === 'invalid') return value;
  if (value !== undefined) {
    const [taken, left] = value === 0 ? [no, yes] : [yes, no];
    return unless(left, numbers, resultOf(taken, numbers));
  }
  const [a, b] = [forgotten(yes, numbers), forgotten(no, numbers)];
  return a === 'invalid' || b === 'invalid' ? 'invalid' : undefined;
}

/** The result where the rest does not count; to an eager shell it can still be a fault, or assign something. */
function unless(rest: Tree, numbers: Numbers, result: Result): Result {
  return numbers.eager && forgotten(rest, numbers) === 'invalid' ? 'invalid' : result;
}

/** The result of what may be evaluated or not: what it assigns is not known any more. */
function forgotten(tree: Tree, numbers: Numbers): Result {
  return resultOf(tree, { ...numbers, set: (name) => numbers.set(name, undefined) });
}

const truth = (holds: boolean): number => (holds ? 1 : 0);

const calculations: Readonly<Record<string, (a: number, b: number) => number | 'invalid' | undefined>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? 'invalid' : Math.trunc(a / b) + 0),
  '%': (a, b) => (b === 0 ? 'invalid' : (a % b) + 0),
  '**': (a, b) => (b < 0 ? 'invalid' : a ** b),
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
  '<': (a, b) => truth(a < b),
  '>': (a, b) => truth(a > b),
  '<=': (a, b) => truth(a <= b),
  '>=': (a, b) => truth(a >= b),
  '&': (a, b) => Number(BigInt(a) & BigInt(b)),
  '|': (a, b) => Number(BigInt(a) | BigInt(b)),
  '^': (a, b) => Number(BigInt(a) ^ BigInt(b)),
  '<<': (a, b) => (b < 0 || b > 50 ? undefined : a * 2 ** b),
  '>>': (a, b) => (b < 0 || b > 50 ? undefined : Math.floor(a / 2 ** b)),
};

function calculate(operator: string, a: Result, b: Result): Result {
  if (a === 'invalid' || b === 'invalid') return 'invalid';
  if (a === undefined || b === undefined) return undefined;
  const value = calculations[operator]?.(a, b) ?? undefined;
  return typeof value === 'number' && !Number.isSafeInteger(value) ? undefined : value;
}
