/** Variables that pods have though no manifest names them: an Indexed Job's, and those of Services. */
const unnamed = /^(JOB_COMPLETION_INDEX|[A-Z0-9_]+_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_[A-Z0-9_]+)?))$/;

/**
 * Replaces `$(NAME)` in a command or argument as the kubelet does: names without a variable stay as they are, `$$` stands for
 * one `$`. Undefined where a variable's value is not in the manifest; `more` says that there are variables from elsewhere.
 */
export function expandVariables(text: string, variables: ReadonlyMap<string, string | undefined>, more = false): string | undefined {
  let known = true;
  const expanded = text.replace(/\$(?:\$|\(([^)]*)\))/g, (whole, name: string | undefined) => {
    if (name === undefined) return '$';
    const elsewhere = unnamed.test(name) || (more && /^[A-Za-z_][\w.-]*$/.test(name));
    if (!variables.has(name) && !elsewhere) return whole;
    const value = variables.get(name);
    known &&= value !== undefined;
    return value ?? '';
  });
  return known ? expanded : undefined;
}
