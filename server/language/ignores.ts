import type { TextDocument } from 'vscode-languageserver-textdocument';

const comment = /#\s*kubejob-ignore(-file)?(?::|\s)\s*([\w-]+(?:\s*,\s*[\w-]+)*)/;

/** Which findings a text asks not to see: by a comment on the line, on the line above, or for the whole file. */
export interface Ignores {
  isIgnored(code: string, line: number): boolean;
}

const none: Ignores = { isIgnored: () => false };

export function ignoresOf(text: TextDocument): Ignores {
  const content = text.getText();
  if (!content.includes('kubejob-ignore')) return none;
  const everywhere = new Set<string>();
  const byLine = new Map<number, readonly string[]>();
  content.split('\n').forEach((line, number) => {
    const match = comment.exec(line);
    if (!match) return;
    const codes = (match[2] ?? '').split(',').map((code) => code.trim());
    if (match[1]) for (const code of codes) everywhere.add(code);
    else byLine.set(/^\s*#/.test(line) ? number + 1 : number, codes);
  });
  return { isIgnored: (code, line) => everywhere.has(code) || (byLine.get(line)?.includes(code) ?? false) };
}
