/** By their names without `--vscode-`. */
export type Colours = Readonly<Record<string, string>>;
export const themes: { readonly light: Colours; readonly dark: Colours };
