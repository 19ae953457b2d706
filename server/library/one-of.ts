/** Throws a `RangeError` for what is none of the choices. */
export function oneOf<Choice extends string>(what: string, choices: readonly Choice[], asked: Choice): Choice {
  if (!choices.includes(asked)) throw new RangeError(`${what} is one of ${choices.join(', ')}, not ${String(asked)}`);
  return asked;
}
