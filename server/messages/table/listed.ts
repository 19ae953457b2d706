/** Values with commas between; an empty one shows as `""`. */
export function listed(values: readonly string[]): string {
  return values.map((value) => (value === '' ? '""' : value)).join(', ');
}
