import { commands, type ExtensionContext, env, window } from 'vscode';
import { outputs } from '../panel/host/messages.ts';
import { kubectlCommand } from '../panel/outputs/kubectl-commands.ts';
import { t } from '../words/texts.ts';
import type { KubectlDocuments } from './kubectl-documents.ts';
import type { SimulationPanel } from './simulation-panel.ts';

/** Commands that open or copy what kubectl prints of the simulated object, at the end or at the second chosen in the panel. */
export function registerKubectlOutput(context: ExtensionContext, panel: SimulationPanel, documents: KubectlDocuments): void {
  context.subscriptions.push(
    commands.registerCommand('kubejob.openKubectlOutput', async () => {
      const picked = await pick(panel);
      if (picked) await documents.open(picked.label, await picked.text());
    }),
    commands.registerCommand('kubejob.copyKubectlOutput', async () => {
      const picked = await pick(panel);
      if (picked) await env.clipboard.writeText(`$ ${picked.label}\n${await picked.text()}`);
    }),
  );
}

async function pick(panel: SimulationPanel) {
  if (!panel.outputs()) await commands.executeCommand('kubejob.simulate');
  const found = panel.outputs();
  if (!found) return undefined;
  const { target, textOf } = found;
  return window.showQuickPick(
    outputs.map((output) => ({ label: kubectlCommand(output, target), text: () => textOf(output) })),
    { placeHolder: t('Which output?') },
  );
}
