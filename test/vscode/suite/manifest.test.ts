import { deepStrictEqual } from 'node:assert';
import { commands, extensions } from 'vscode';
import { kubejob } from './editor.ts';

describe('The extension', () => {
  it('registers every command that it contributes', async () => {
    await kubejob();
    const contributed: { command: string }[] = extensions.getExtension('kubejob.kubejob')?.packageJSON.contributes.commands;
    const known = new Set(await commands.getCommands(true));
    deepStrictEqual(
      contributed.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});
