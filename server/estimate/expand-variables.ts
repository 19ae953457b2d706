/**
 * Replaces `$(NAME)` in a command or argument as the kubelet does: unknown names stay as they are, `$$` stands for one `$`.
 * Undefined where a variable's value is not in the manifest.
 */
export function expandVariables(text: string, variables: ReadonlyMap<string, string | undefined>): string | undefined {
  let known = true;
  const expanded = text.replace(/\$(?:\$|\(([^)]*)\))/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    if (!variables.has(name)) return whole;
    const value = variables.get(name);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? expanded : undefined;
}
