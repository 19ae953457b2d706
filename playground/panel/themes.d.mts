/** By their names without `--vscode-`. */
export type Colours = Readonly<Record<string, string>>;
export const themes: Readonly<Record<'light' | 'dark' | 'contrast' | 'contrast-light', Colours>>;
