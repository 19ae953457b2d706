import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './protocol/connection.ts';

/** What a dedicated worker's global scope has; the library of DOM types is not loaded here. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** Serves the editor that started this worker. */
export function serveHere(): void {
  serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)));
}
