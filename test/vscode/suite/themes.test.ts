import { deepStrictEqual, ok } from 'node:assert';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { closeAll, kubejob, open, panelShows } from './editor.ts';

describe('Themes', () => {
  before(kubejob);
  afterEach(closeAll);

  it('leave the text of the panel as it is', async () => {
    await open('one-shot.yaml');
    await commands.executeCommand('kubejob.simulate');
    // The axis depends on the panel's width, which settles a little later.
    const kubectl = (text: string) => text.slice(text.indexOf('What kubectl prints'));
    const before = kubectl(await panelShows(/1\/1/));
    ok(/COMPLETIONS/.test(before), before);
    const settings = workspace.getConfiguration('workbench');
    for (const theme of ['Default Light Modern', 'Default High Contrast', 'Default Dark Modern']) {
      await settings.update('colorTheme', theme, ConfigurationTarget.Global);
      deepStrictEqual(kubectl(await panelShows(/1\/1/)), before, theme);
    }
    await settings.update('colorTheme', undefined, ConfigurationTarget.Global);
  });
});
