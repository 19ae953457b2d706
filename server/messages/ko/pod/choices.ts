/** Items as they are listed in Korean, the last after a word that needs no particle: `a, b 또는 c`. */
export function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} 또는 ${items.at(-1)}`;
}

/** What there is to choose from, as a sentence behind another; nothing where there is nothing. */
export function among(names: readonly string[]): string {
  return names.length > 0 ? ` 있는 것: ${names.map((name) => `"${name}"`).join(', ')}.` : '';
}

/** Of an operator that is missing or none of those that there are. */
export function operator({ value, supported }: { value: string; supported: readonly string[] }): string {
  return value === ''
    ? `연산자가 필요합니다. 쓸 수 있는 값: ${either(supported)}.`
    : `"${value}" 연산자는 여기에 쓸 수 없습니다. 쓸 수 있는 값: ${either(supported)}.`;
}
