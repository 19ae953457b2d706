import { isBash, isDialect, type Shell } from '../state/shell.ts';
import { substitute } from '../state/substitute.ts';
import { giveUp } from '../state/time.ts';
import { concat, textOfValue, type Value } from '../state/value.ts';
import { parameterOf, refusal, setVariable } from '../state/variables.ts';
import type { Statements, Word, WordPart } from '../syntax/tree.ts';
import { evaluateArithmetic, type Numbers } from './arithmetic.ts';
import { braceWords } from './braces.ts';
import { changedParameter } from './parameters.ts';
import { guarded } from './patterns.ts';
import { type Fields, finishFields, type Piece } from './split.ts';

/** The arguments that words make: split, and with what their commands write. */
export function expandWords(shell: Shell, words: readonly Word[]): Fields {
  const values: Value[] = [];
  let counted = true;
  for (const word of words.some(hasBraces) && isBash(shell) ? words.flatMap(braceWords) : words) {
    if (shell.leaving) break;
    const fields = finishFields(shell, piecesOf(shell, word));
    for (const one of fields.values) values.push(one);
    counted &&= fields.counted;
  }
  return { values, counted };
}

/** The text of a word that is not split: a value of a variable, a target of output. */
export function expandText(shell: Shell, word: Word): Value {
  return concat(piecesOf(shell, word).map((piece) => (piece.kind === 'break' ? ' ' : piece.value)));
}

/** The text of a word between `[[` and `]]`, which BusyBox' shell splits like any other. */
export function expandTested(shell: Shell, word: Word): Value {
  const splits = word.some((part) => part.kind !== 'text' && !part.quoted) && isDialect(shell, 'ash');
  if (!splits) return expandText(shell, word);
  const { values, counted } = expandWords(shell, [word]);
  return counted && values.length === 1 ? values[0] : undefined;
}

/** The text of a word as a pattern: what is quoted in it is guarded. */
export function expandPattern(shell: Shell, word: Word): string | undefined {
  const texts = piecesOf(shell, word).map((piece) => {
    const text = piece.kind === 'break' ? ' ' : textOfValue(piece.value);
    return piece.kind !== 'break' && piece.quoted && text !== undefined ? guarded(text) : text;
  });
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** What stands for a value that is not known in an arithmetic expression. */
const unknownName = '_unknown_to_the_reader';

/** The value of an arithmetic expression; what a shell might refuse ends what is known. */
export function evaluate(shell: Shell, expression: Word): number | undefined {
  const text = piecesOf(shell, expression)
    .map((piece) => (piece.kind === 'break' ? ' ' : (textOfValue(piece.value) ?? ` ${unknownName} `)))
    .join('');
  return evaluateText(shell, text);
}

export function evaluateText(shell: Shell, text: string): number | undefined {
  if (shell.leaving) return undefined;
  const numbers: Numbers = {
    get: (name) => (name === unknownName ? undefined : textOfValue(parameterOf(shell, name).value)),
    set: (name, value) => setVariable(shell, name, value),
    extended: !/\+\+|--|\*\*|,/.test(text) || !isDialect(shell, 'dash'),
    eager: /\?|&&|\|\|/.test(text) && isDialect(shell, 'ash'),
  };
  const refused = isRefused(shell, text);

  const value = refused ? 'invalid' : evaluateArithmetic(text, numbers);
  if (value !== 'invalid') return value;
  giveUp(shell);
  return undefined;
}

/** dash has no empty expressions, BusyBox' shell no choice within a choice. */
function isRefused(shell: Shell, text: string): boolean {
  if (text.trim() === '') return isDialect(shell, 'dash');
  return /\?.*\?/s.test(text) && isDialect(shell, 'ash');
}

function hasBraces(word: Word): boolean {
  return word.some((part) => part.kind === 'text' && !part.quoted && part.text.includes('{'));
}

function piecesOf(shell: Shell, word: Word): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [place, part] of word.entries()) {
    if (shell.leaving) break;
    for (const one of piecesOfPart(shell, part, place === 0)) pieces.push(one);
  }
  return pieces;
}

function piecesOfPart(shell: Shell, part: WordPart, first: boolean): readonly Piece[] {
  const { quoted } = part;
  const expanded = (value: Value): readonly Piece[] => [{ kind: 'expanded', value, quoted }];
  switch (part.kind) {
    case 'text': {
      // The home of a user is known to the run alone.
      const home = first && !quoted && part.text.startsWith('~');
      return [{ kind: 'literal', value: home ? undefined : part.text, quoted }];
    }
    case 'unknown':
      return expanded(undefined);
    case 'arithmetic': {
      const value = evaluate(shell, part.expression);
      return expanded(value === undefined ? undefined : String(value));
    }
    case 'commands':
      return expanded(output(shell, part.body));
    case 'parameter':
      return part.name === '@' && quoted && !part.change ? eachArgument(shell) : expanded(parameterValue(shell, part));
  }
}

function output(shell: Shell, body: Statements): Value {
  return substitute(shell, body);
}

/** `"$@"`: each argument on its own, and none at all where there are none. */
function eachArgument(shell: Shell): readonly Piece[] {
  const { parameters } = shell;
  if (!parameters) return [{ kind: 'expanded', value: undefined, quoted: false }];
  if (parameters.length === 0) return [{ kind: 'nothing', value: '', quoted: false }];
  return parameters.flatMap((value, place): readonly Piece[] => {
    const piece: Piece = { kind: 'expanded', value, quoted: true };
    return place === 0 ? [piece] : [{ kind: 'break' }, piece];
  });
}

function parameterValue(shell: Shell, { name, change }: WordPart & { readonly kind: 'parameter' }): Value {
  const parameter = parameterOf(shell, name);
  if (change) {
    return changedParameter(shell, name, parameter, change, {
      text: (word) => expandText(shell, word),
      pattern: (word) => expandPattern(shell, word),
      number: (text) => evaluateText(shell, text),
    });
  }
  if (!shell.options.has('nounset') || name === '@' || name === '*') return parameter.value;
  if (parameter.set === undefined) giveUp(shell);
  else if (!parameter.set) {
    shell.status = refusal(shell);
    shell.leaving = { kind: 'exit' };
  }
  return parameter.value;
}
