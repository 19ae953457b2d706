/** Whether a variable may be one of those that pods have for the Services of their namespace, though no manifest names them. */
export function isSetForServices(name: string): boolean {
  return /^[A-Z0-9_]+_(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT(?:_[A-Z0-9_]+)?)$/.test(name);
}

/**
 * Replaces `$(NAME)` in a command, an argument or a variable's value as the kubelet does: names without a variable stay as they
 * are, `$$` stands for one `$`. Undefined where a variable's value is not in the manifest; `more` says that there are variables
 * from elsewhere.
 */
export function expandVariables(text: string, variables: ReadonlyMap<string, string | undefined>, more = false): string | undefined {
  if (!text.includes('$')) return text;
  let known = true;
  // Behind the last bracket nothing is named: looking there from each `$(` would take the square of the length.
  const end = text.lastIndexOf(')') + 1;
  const rest = text.slice(end).replaceAll('$$', () => '$');
  const expanded = text.slice(0, end).replace(/\$(?:\$|\(([^)]*)\))/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    const elsewhere = isSetForServices(name) || (more && /^[A-Za-z_][\w.-]*$/.test(name));
    if (!variables.has(name) && !elsewhere) return whole;
    const value = variables.get(name);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? expanded + rest : undefined;
}
