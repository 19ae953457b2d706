import { describe, expect, test } from 'vitest';
import { codeActions } from '../../../server/language/code-actions/code-actions.ts';
import { diagnosticsOf } from '../../../server/language/diagnostics.ts';
import { notUtf8Shown } from '../../../server/manifest/bytes/shown-text.ts';
import { textOfBytes } from '../../../server/manifest/bytes/text-of-bytes.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';
import { apply } from '../../text.ts';

const written = jobWith({ metadata: 'name: a\nannotations:\n  note: café' });
const stored = textOfBytes(Buffer.from(written, 'latin1'));
const command = 'kubejob.saveAsUtf8';

/** The actions about the bytes of a text that is shown so, at their finding. */
function actions(shown: string, { saveCommand, file = stored }: { saveCommand?: string; file?: typeof stored } = {}) {
  const analysis = analysisOf(shown);
  const found = diagnosticsOf(analysis, notUtf8Shown(file, shown)).find(({ code }) => code === 'not-utf-8');
  if (!found) throw new Error('there is no finding');
  const all = codeActions(analysis, found.range, { only: ['quickfix'] }, { resolve: false, stored: file, saveCommand });
  return all
    .filter(({ diagnostics }) => diagnostics?.some(({ code }) => code === 'not-utf-8'))
    .map(({ title, edit, command, isPreferred }) => ({
      title,
      isPreferred,
      after: apply(shown, edit?.changes?.[analysis.text.uri] ?? []),
      command: command?.arguments && [command.command, ...command.arguments],
    }));
}

describe('bytes that are not UTF-8', () => {
  const { uri } = analysisOf(written).text;

  test('become the letters that were meant, and are saved where the editor can', () => {
    expect(actions(stored.text, { saveCommand: command })).toEqual([
      { title: 'Save as UTF-8', isPreferred: true, after: written, command: [command, uri] },
    ]);
    expect(actions(stored.text)).toEqual([
      {
        title: 'Put in the letters that were meant: saved as UTF-8 every program reads them',
        isPreferred: true,
        after: written,
        command: undefined,
      },
    ]);
  });

  test('that the editor read in their own encoding are only saved', () => {
    expect(actions(written, { saveCommand: command })).toEqual([
      { title: 'Save as UTF-8', isPreferred: true, after: written, command: [command, uri] },
    ]);
    expect(actions(written)).toEqual([]);
  });

  test('are left alone where one of them is not known', () => {
    const file = textOfBytes(Buffer.concat([Buffer.from(written, 'latin1'), Uint8Array.from([0x23, 0x81])]));
    expect(actions(file.text, { saveCommand: command, file })).toEqual([]);
  });
});
