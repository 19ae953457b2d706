import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { keepsPlaceholders } from '../../../server/language/fixes/placeholders.ts';

const text = TextDocument.create('file:///a.yaml', 'yaml', 1, 'a: <name>\nb: 2\n');
const edit = (line: number, newText: string) => ({ range: { start: { line, character: 3 }, end: { line, character: 9 } }, newText });
const keeps = (...edits: readonly ReturnType<typeof edit>[]) => keepsPlaceholders(text, { title: '', edits });

test.each([
  ['what writes over a placeholder', [edit(0, 'name')], false],
  ['what writes over one beside another edit', [edit(1, '3'), edit(0, 'name')], false],
  ['what keeps it in the place', [edit(0, '"<name>"')], true],
  ['what moves it', [edit(0, ''), edit(1, '<name>')], true],
  ['what takes the field out', [edit(0, '')], true],
  ['what touches none', [edit(1, '3')], true],
])('%s', (_, edits, expected) => {
  expect(keeps(...edits)).toBe(expected);
});
