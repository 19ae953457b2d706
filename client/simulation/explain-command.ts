import { commands, type ExtensionContext, env, type TextDocument, window, workspace } from 'vscode';
import { kubectlArguments } from '../../server/cluster/questions.ts';
import { type ClusterAsking, nameOfNamespace } from '../cluster/ask-cluster.ts';
import { objectsOf } from '../server/objects.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';
import type { SimulationPanel } from './simulation-panel.ts';

/** What prints a Job with all that is known of it. */
const kubectl = `kubectl ${kubectlArguments({ about: 'record', namespace: null }).join(' ')}`;

/**
 * `kubejob.explain`: shows in the panel what happened to a Job of a cluster, from what kubectl printed of it. The user's own kubectl is
 * run, with `asking`, where the user chooses its command from the list.
 */
export function registerExplain(context: ExtensionContext, server: Server, panel: SimulationPanel, asking?: ClusterAsking): void {
  context.subscriptions.push(
    commands.registerCommand('kubejob.explain', async () => {
      const record = await pickRecord(asking);
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

interface Source {
  readonly label: string;
  readonly detail?: string;
  readonly record: () => Promise<TextDocument | undefined>;
}

/** The text in front, the clipboard, a file or what kubectl prints when it is run, as a document; undefined where somebody thought better of it. */
async function pickRecord(asking: ClusterAsking | undefined): Promise<TextDocument | undefined> {
  const { activeTextEditor } = window;
  const sources: readonly Source[] = [
    ...(activeTextEditor ? [{ label: t('The text in front'), record: async () => activeTextEditor.document }] : []),
    { label: t('The clipboard'), record: async () => opened(await env.clipboard.readText()) },
    { label: t('A file …'), record: openFile },
    ...(asking ? sourcesInCluster(asking) : []),
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

function sourcesInCluster(asking: ClusterAsking): readonly Source[] {
  const record = async (namespace: string | null) => {
    const text = await asking.record(namespace);
    return text === undefined ? undefined : opened(text);
  };
  return [
    {
      label: t('Run {0}', asking.command({ about: 'record', namespace: null })),
      detail: t('It reads the current namespace of your cluster, and changes nothing there.'),
      record: () => record(null),
    },
    {
      label: t('Run it in another namespace …'),
      async record() {
        const namespace = await nameOfNamespace();
        if (namespace === undefined) return undefined;
        const run = { label: t('Run {0}', asking.command({ about: 'record', namespace })) };
        return (await window.showQuickPick([run])) && record(namespace);
      },
    },
  ];
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
