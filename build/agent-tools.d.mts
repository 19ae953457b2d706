/** The entries of `contributes.languageModelTools`, as the tools for agents give them. */
export function languageModelTools(): Promise<readonly unknown[]>;
