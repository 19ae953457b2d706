/**
 * A sign that other programs put a value in place of before the API server sees it: `${NAME}` and `$NAME` of envsubst and Flux,
 * `__NAME__`, `<name>`, and the `{{ }}` of templates. `$(NAME)` is Kubernetes' own.
 */
const placeholder = /\$\{[^}]*\}|\$[A-Za-z_]\w*|__[A-Z][A-Z0-9_]*__|<[A-Za-z][\w .-]*>|\{\{/g;

/** Whether a text has such a sign in it. */
export function holdsPlaceholder(text: string): boolean {
  return placeholdersIn(text).length > 0;
}

/** The signs in a text, in its order. */
export function placeholdersIn(text: string): readonly string[] {
  return text.match(placeholder) ?? [];
}
