import { commands, type ExtensionContext, env, type TextDocument, window, workspace } from 'vscode';
import { objectsOf } from '../server/objects.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';
import type { SimulationPanel } from './simulation-panel.ts';

/** What prints a Job with all that is known of it. It is shown and copied, never run. */
const kubectl = 'kubectl get jobs,pods,events -o json';

/** `kubejob.explain`: shows in the panel what happened to a Job of a cluster, from what kubectl printed of it. */
export function registerExplain(context: ExtensionContext, server: Server, panel: SimulationPanel): void {
  context.subscriptions.push(
    commands.registerCommand('kubejob.explain', async () => {
      const record = await pickRecord();
      if (!record) return;
      const jobs = (await objectsOf(server, record)).filter(({ kind }) => kind === 'Job');
      if (jobs.length === 0) {
        void window.showInformationMessage(t('There is no Job in it. Copy what this command prints: {0}', kubectl));
        return;
      }
      const labelled = jobs.map((job) => ({ label: job.name ?? t('(no name)'), job }));
      const picked =
        labelled.length > 1 ? await window.showQuickPick(labelled, { placeHolder: t('Which Job should be explained?') }) : labelled[0];
      if (picked) await panel.show(record, picked.job, true);
    }),
  );
}

/** The text in front, the clipboard or a file, as a document; undefined where somebody thought better of it. */
async function pickRecord(): Promise<TextDocument | undefined> {
  const { activeTextEditor } = window;
  const sources = [
    ...(activeTextEditor ? [{ label: t('The text in front'), record: async () => activeTextEditor.document }] : []),
    { label: t('The clipboard'), record: async () => opened(await env.clipboard.readText()) },
    { label: t('A file …'), record: openFile },
    {
      label: t('Copy the command: {0}', kubectl),
      record: async () => {
        await env.clipboard.writeText(kubectl);
        return undefined;
      },
    },
  ];
  const picked = await window.showQuickPick(sources, { placeHolder: t('What kubectl printed of the Job: where is it?') });
  return picked?.record();
}

async function opened(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: content.trimStart().startsWith('{') ? 'json' : 'yaml', content });
  await window.showTextDocument(document, { preview: true });
  return document;
}

async function openFile(): Promise<TextDocument | undefined> {
  const [uri] = (await window.showOpenDialog({ filters: { 'JSON, YAML': ['json', 'yaml', 'yml'] } })) ?? [];
  if (!uri) return undefined;
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { preview: true });
  return document;
}
