import { ok } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, languages } from 'vscode';
import { closeAll, eventually, example, kubejob } from './editor.ts';

const many = 2_000;

describe('Checking the workspace', () => {
  before(async () => {
    await kubejob();
    const folder = example('many').fsPath;
    mkdirSync(folder);
    for (let i = 0; i < many; i++)
      writeFileSync(
        join(folder, `${String(i).padStart(4, '0')}.yaml`),
        `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: job-${i}\nspec:\n  completions: -1\n`,
      );
  });
  afterEach(closeAll);

  it('shows its progress, and can be cancelled', async () => {
    const found = () => languages.getDiagnostics().filter(([uri, all]) => uri.path.includes('/many/') && all.length > 0).length;
    await commands.executeCommand('notifications.clearAll');
    let over = false;
    const checking = commands.executeCommand('kubejob.checkWorkspace').then(() => {
      over = true;
    });
    await eventually('the first findings', () => found() > 0 || undefined);
    await eventually('the end', async () => {
      // The button that cancels, on the notification with the progress.
      if (!over) await commands.executeCommand('notification.acceptPrimaryAction');
      return over || undefined;
    });
    await checking;
    ok(found() < many, `${found()} of ${many} were checked: it was not cancelled`);
  });
});
