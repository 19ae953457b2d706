import { strictEqual } from 'node:assert';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { closeAll, eventually, kubejob, openText } from './editor.ts';
import { lost, nested } from './lost-indentation.ts';

/** `press` copies a text and presses the key that pastes it: no command can do so in a browser. */
export function testPasting(press: (text: string) => Promise<void>): void {
  const paste = async (text: string): Promise<string> => {
    const { document } = await openText('');
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press(text);
    return eventually('what is pasted', () => document.getText() || undefined);
  };
  const prefer = (kinds: readonly string[] | undefined) =>
    workspace.getConfiguration('editor').update('pasteAs.preferences', kinds, ConfigurationTarget.Workspace);

  describe('Pasting lines that lost their indentation', () => {
    before(kubejob);
    afterEach(async () => {
      await prefer(undefined);
      await closeAll();
    });

    it('pastes them as they are', async () => {
      strictEqual(await paste(lost), lost);
    });

    it('nests them where that is preferred', async () => {
      await prefer(['kubejob.nest']);
      strictEqual(await paste(lost), nested);
    });

    it('leaves other text alone', async () => {
      await prefer(['kubejob.nest']);
      const other = lost.replace('kind: Job', 'kind: Deployment');
      strictEqual(await paste(other), other);
    });
  });
}
