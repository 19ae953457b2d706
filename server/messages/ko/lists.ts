/** Items as they are listed in Korean, the last after a word that needs no particle: `a, b 또는 c`. */
export function either(value: unknown): string {
  const items = Array.isArray(value) ? value.map(String) : [];
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} 또는 ${items.at(-1)}`;
}

/** Values with commas between; an empty one shows as `""`. */
export function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => (value === '' ? '""' : String(value))).join(', ') : '';
}
