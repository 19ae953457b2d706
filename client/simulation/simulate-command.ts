import { commands, type ExtensionContext, type TextDocument, Uri, window, workspace } from 'vscode';
import type { ObjectSummary } from '../../server/protocol/requests.ts';
import { objectsOf } from '../server/objects.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';
import type { SimulationPanel } from './simulation-panel.ts';

/** `kubejob.saveScenario`, and `kubejob.simulate`: from the palette, the title bar, the context menu, and from the lens with the object that it stands above. */
export function registerSimulate(context: ExtensionContext, server: Server, panel: SimulationPanel): void {
  context.subscriptions.push(
    commands.registerCommand('kubejob.saveScenario', async () => {
      if (panel.outputs()) await panel.save();
      else void window.showInformationMessage(t('Simulate a Job or CronJob first: what is changed there by hand is saved.'));
    }),
    commands.registerCommand('kubejob.simulate', async (...args: unknown[]) => {
      const document = await documentMeant(args);
      if (!document) return offerSample();
      const objects = await objectsOf(server, document);
      const object = named(objects, args) ?? (await choose(objects, document));
      if (object) await panel.show(document, object);
      else if (objects.length === 0) void window.showInformationMessage(t('There is no Job or CronJob in this document.'));
    }),
  );
}

async function offerSample(): Promise<void> {
  const sample = t('Open a sample');
  const chosen = await window.showInformationMessage(t('Open a manifest of a Job or CronJob first.'), sample);
  if (chosen === sample) await commands.executeCommand('kubejob.openSample');
}

async function documentMeant(args: readonly unknown[]): Promise<TextDocument | undefined> {
  for (const arg of args) {
    if (arg instanceof Uri) return workspace.openTextDocument(arg);
    const uri = typeof arg === 'string' ? arg : read(arg, 'uri');
    if (typeof uri === 'string') return workspace.openTextDocument(Uri.parse(uri, true));
  }
  return window.activeTextEditor?.document;
}

/** The object that a lens names by its place. */
function named(objects: readonly ObjectSummary[], args: readonly unknown[]): ObjectSummary | undefined {
  const id = args.find((arg) => typeof read(arg, 'document') === 'number');
  if (id === undefined) return undefined;
  return objects.find(({ document, item }) => document === read(id, 'document') && item === (read(id, 'item') ?? undefined));
}

async function choose(objects: readonly ObjectSummary[], document: TextDocument): Promise<ObjectSummary | undefined> {
  if (objects.length < 2) return objects[0];
  const editor = window.activeTextEditor;
  const line = editor?.document === document ? editor.selection.active.line : -1;
  const here = objects.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
  if (here) return here;
  const picked = await window.showQuickPick(
    objects.map((object) => ({
      label: object.name ?? t('(no name)'),
      description: `${object.kind} · ${t('Line {0}', object.firstLine + 1)}`,
      object,
    })),
    { placeHolder: t('Which one should be simulated?'), matchOnDescription: true },
  );
  return picked?.object;
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
