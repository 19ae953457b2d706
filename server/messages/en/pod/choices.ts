/** `a, b or c`. */
export function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}

/** What there is to choose from, as a sentence behind another; nothing where there is nothing. */
export function among(names: readonly string[]): string {
  return names.length > 0 ? ` There is ${names.map((name) => `"${name}"`).join(', ')}.` : '';
}

/** Of an operator that is missing or none of those that there are. */
export function operator({ value, supported }: { value: string; supported: readonly string[] }): string {
  return value === '' ? `An operator is needed: ${either(supported)}.` : `"${value}" is not an operator here: use ${either(supported)}.`;
}
