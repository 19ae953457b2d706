/** What is needed of a diagnostic to compare it. */
interface Marked {
  readonly code?: string | number | { readonly value: string | number } | undefined;
  readonly range: { readonly start: { readonly line: number }; readonly end: { readonly line: number } };
}

/**
 * Ours without the faults of syntax that another extension marks on the same lines. What only the API server minds, and what the other
 * does not see, stays.
 */
export function withoutRepeats<Ours extends Marked>(ours: readonly Ours[], theirs: readonly Marked[]): Ours[] {
  return ours.filter(({ code, range }) => {
    const name = typeof code === 'object' ? code.value : code;
    return !String(name).startsWith('yaml-') || !theirs.some((their) => isOnSameLines(range, their.range));
  });
}

function isOnSameLines(one: Marked['range'], other: Marked['range']): boolean {
  return one.start.line <= other.end.line && other.start.line <= one.end.line;
}
