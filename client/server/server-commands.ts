import { commands, type ExtensionContext, type LogOutputChannel } from 'vscode';
import type { Server } from './server.ts';

/** What helps where something is wrong with the server: a look at its log, and a new one. */
export function registerServerCommands(context: ExtensionContext, server: Server, log: LogOutputChannel): void {
  context.subscriptions.push(
    commands.registerCommand('kubejob.showOutput', () => log.show()),
    commands.registerCommand('kubejob.restartServer', () => server.restart()),
  );
}
