import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import { lineBreakOf } from '../../manifest/lines.ts';
import { lineOf } from '../../manifest/source.ts';

/** The comment above a line that keeps a finding from being shown there; added to one that is there already. */
export function ignoreHere(text: TextDocument, line: number, code: string): TextEdit {
  const content = lineOf(text, line);
  const above = line > 0 ? lineOf(text, line - 1) : '';
  const known = rules('').exec(above);
  if (known) return insert(line - 1, known[0].length, `, ${code}`);
  const indent = /^[ \t]*/.exec(content)?.[0] ?? '';
  return insert(line, 0, `${indent}# kubejob-ignore ${code}${lineBreakOf(text.getText())}`);
}

/** The comment at the top of a file that keeps a finding from being shown in all of it. */
export function ignoreInFile(text: TextDocument, code: string): TextEdit {
  const first = lineOf(text, 0);
  const known = rules('-file').exec(first);
  return known
    ? insert(0, known[0].length, `, ${code}`)
    : insert(0, first.startsWith('\uFEFF') ? 1 : 0, `# kubejob-ignore-file ${code}${lineBreakOf(text.getText())}`);
}

/** A comment of this kind up to its last rule; what is behind ` -- ` says why. */
function rules(scope: '' | '-file'): RegExp {
  return new RegExp(`^\\s*#\\s*kubejob-ignore${scope}(?![\\w-])[ \\t:]*[\\w-]+(?:[ \\t,]+(?!--)[\\w-]+)*`);
}

function insert(line: number, character: number, newText: string): TextEdit {
  return { range: { start: { line, character }, end: { line, character } }, newText };
}
