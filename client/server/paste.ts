import { DocumentDropOrPasteEditKind, DocumentPasteEdit, type ExtensionContext, languages } from 'vscode';
import { type NestParams, type NestResult, nestRequest } from '../../server/protocol/requests.ts';
import { t } from '../words/texts.ts';
import type { Server } from './server.ts';

/** A manifest copied from a web page, every line at column 0: at least a kind of ours and fields that belong further inside. */
const looksLost = /^kind:\s*["']?(Cron)?Job\b[\s\S]*^(spec|metadata):[ \t]*\r?\n[a-z]\w*:/m;

/** Offers, where such a manifest is pasted, to nest its lines again; the plain text stays what is pasted at first. */
export function registerPaste(context: ExtensionContext, server: Server): void {
  const kind = DocumentDropOrPasteEditKind.Empty.append('kubejob', 'nest');
  context.subscriptions.push(
    languages.registerDocumentPasteEditProvider(
      [{ language: 'yaml' }, { language: 'helm' }],
      {
        async provideDocumentPasteEdits(_document, _ranges, transfer, _context, token) {
          const text = await transfer.get('text/plain')?.asString();
          if (text === undefined || !looksLost.test(text)) return undefined;
          const params: NestParams = { text };
          const nested = await server.request<NestResult>(nestRequest, params, token);
          if (nested.text === null) return undefined;
          const edit = new DocumentPasteEdit(nested.text, t('Paste with the lost indentation put back'), kind);
          edit.yieldTo = [DocumentDropOrPasteEditKind.Text];
          return [edit];
        },
      },
      { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] },
    ),
  );
}
