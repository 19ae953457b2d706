import type { Connection, InitializeParams } from 'vscode-languageserver';
import { valueAt } from '../../plain/node-path.ts';
import { trustNotification } from './build-requests.ts';

/** Whether the user's tools may run: only where the editor says that the workspace is trusted. */
export interface Trust {
  isGiven(): boolean;
  /** To be told when the workspace is trusted later on. */
  onGiven(listener: () => void): void;
  initialize(params: InitializeParams): void;
}

export function followTrust(connection: Connection): Trust {
  const listeners: (() => void)[] = [];
  let isGiven = false;
  connection.onNotification(trustNotification, () => {
    isGiven = true;
    for (const listener of listeners) listener();
  });
  return {
    isGiven: () => isGiven,
    onGiven: (listener) => void listeners.push(listener),
    initialize({ initializationOptions }) {
      isGiven = valueAt(initializationOptions, ['trusted']) === true;
    },
  };
}
