import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileFindings } from '../../server/application/findings/file-findings.ts';
import { readFile } from '../../server/files/read-file.ts';
import { analysisOf } from '../analysis.ts';
import { folderWith } from '../folder-with.ts';

interface RecordedFile {
  readonly file: string;
  /** Or its bytes. */
  readonly text?: string;
  readonly base64?: string;
  readonly kubectl: { readonly refused: boolean; readonly errors: string };
}

test('a file of several objects has an error if, and only if, kubectl refuses it', () => {
  const files: readonly RecordedFile[] = JSON.parse(readFileSync(join(import.meta.dirname, 'files-kubectl.json'), 'utf8'));
  expect(files.length).toBe(21);
  const disagreements = files.flatMap((recorded) => {
    const said = fileFindings(analysisOf(textOf(recorded), { advice: 'off' })).filter(({ finding }) => finding.severity === 'error');
    const { refused, errors } = recorded.kubectl;
    return said.length > 0 === refused ? [] : [`${recorded.file}: ${refused ? errors : said.map(({ message }) => message)}`];
  });
  expect(disagreements).toEqual([]);
});

/** As the command line reads it. */
function textOf({ file, text, base64 = '' }: RecordedFile): string {
  const path = join(folderWith(), file);
  writeFileSync(path, text ?? Buffer.from(base64, 'base64'));
  const read = readFile(path);
  return 'text' in read ? read.text : '';
}
