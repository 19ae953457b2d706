import { isBash, isDialect, type Shell } from '../state/shell.ts';
import { giveUp } from '../state/time.ts';
import { textOfValue, type Value } from '../state/value.ts';
import { type Parameter, refusal, setVariable } from '../state/variables.ts';
import type { Change, Word } from '../syntax/tree.ts';
import { fittingLength, parsePattern } from './patterns.ts';

/** How the word of a change is read: handed in, as words and parameters stand inside each other. */
interface Expanding {
  readonly text: (word: Word) => Value;
  readonly pattern: (word: Word) => string | undefined;
  readonly number: (text: string) => number | undefined;
}

/** What `${NAME…}` gives. */
export function changedParameter(shell: Shell, name: string, parameter: Parameter, change: Change, expanding: Expanding): Value {
  const { operator, word } = change;
  if (/^:?[-=?+]$/.test(operator)) return alternative(shell, name, parameter, change, expanding);
  if (shell.options.has('nounset') && parameter.set !== true) {
    giveUp(shell);
    return undefined;
  }
  const text = textOfValue(parameter.value);
  switch (operator) {
    case 'length':
      // Some shells count characters, others bytes.
      return text === undefined || /[^\0-\x7f]/.test(text) ? undefined : String(text.length);
    case '%':
    case '%%':
    case '#':
    case '##':
      return cut(text, operator, expanding.pattern(word));
    default:
      break;
  }
  if (isDialect(shell, 'dash') || (/^[\^,@]/.test(operator) && !isBash(shell))) {
    giveUp(shell);
    return undefined;
  }
  return extended(text, change, expanding);
}

/** `:-` and its like: the word where the variable is not set (or empty, with a colon), or where it is. */
function alternative(shell: Shell, name: string, parameter: Parameter, { operator, word }: Change, expanding: Expanding): Value {
  const there = isThere(parameter, operator.startsWith(':'));
  const sign = operator.slice(-1);
  if (there === undefined) {
    if (word.some(({ kind }) => kind !== 'text') || sign === '?') giveUp(shell);
    return undefined;
  }
  if (sign === '+') return there ? expanding.text(word) : '';
  if (there) return parameter.value;
  if (sign === '?') {
    expanding.text(word);
    shell.status = refusal(shell);
    shell.leaving = { kind: 'exit' };
    return undefined;
  }
  const value = expanding.text(word);
  if (sign === '=' && /^\D/.test(name)) setVariable(shell, name, value);
  return value;
}

function isThere({ value, set }: Parameter, filled: boolean): boolean | undefined {
  if (set !== true || !filled) return set;
  return value === undefined ? undefined : value !== '';
}

/** Without the part at the beginning or end that fits a pattern. */
function cut(text: string | undefined, operator: string, patternText: string | undefined): string | undefined {
  const pattern = patternText === undefined ? undefined : parsePattern(patternText);
  if (text === undefined || !pattern) return undefined;
  const where = operator.startsWith('#') ? 'start' : 'end';
  const length = fittingLength(text, pattern, where, operator.length === 2 ? 'longest' : 'shortest');
  if (length === undefined) return undefined;
  const fitting = length === 'none' ? 0 : length;
  return where === 'start' ? text.slice(fitting) : text.slice(0, text.length - fitting);
}

/** What bash adds, and busybox in part. */
function extended(text: string | undefined, { operator, word }: Change, expanding: Expanding): string | undefined {
  const argument = textOfValue(expanding.text(word));
  if (text === undefined || argument === undefined) return undefined;
  switch (operator) {
    case '^^':
      return argument === '' ? text.toUpperCase() : undefined;
    case ',,':
      return argument === '' ? text.toLowerCase() : undefined;
    case ':':
      return stretch(text, argument, expanding);
    case '/':
    case '//':
      return replaced(text, operator, argument);
    default:
      return undefined;
  }
}

/** `${NAME:OFFSET:LENGTH}`; what counts from the end is left to the run. */
function stretch(text: string, argument: string, { number }: Expanding): string | undefined {
  const [from, length, more] = argument.split(':').map((part) => number(part));
  if (from === undefined || from < 0 || more !== undefined || !/^[^:]*(?::[^:]+)?$/.test(argument)) return undefined;
  if (!argument.includes(':')) return text.slice(from);
  return length === undefined || length < 0 ? undefined : text.slice(from, from + length);
}

function replaced(text: string, operator: string, argument: string): string | undefined {
  const [, from = '', to = ''] = /^([^/\\*?[\]#%&]+)(?:\/([^\\&]*))?$/.exec(argument) ?? [];
  if (from === '') return undefined;
  return operator === '//' ? text.replaceAll(from, () => to) : text.replace(from, () => to);
}
