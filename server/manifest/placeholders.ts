/**
 * Whether a text has a sign in it that other programs put a value in place of: `${NAME}` and `$NAME` of envsubst and Flux,
 * `__NAME__`, `<name>`, and the `{{ }}` of templates. `$(NAME)` is Kubernetes' own.
 */
export function holdsPlaceholder(text: string): boolean {
  return /\$\{[^}]*\}|\$[A-Za-z_]\w*|__[A-Z][A-Z0-9_]*__|<[A-Za-z][\w .-]*>|\{\{/.test(text);
}
