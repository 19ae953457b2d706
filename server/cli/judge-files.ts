import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyzer } from '../application/analysis.ts';
import { fileFindings } from '../application/findings/file-findings.ts';
import type { Settings } from '../application/settings.ts';
import { type FileFindings, reported } from './file-findings.ts';
import { patchesListedIn } from './patches.ts';
import type { TextFile } from './read-manifests.ts';

/** What is to be said of each file, in their order. */
export function judgeFiles(files: readonly TextFile[], settings: Settings): readonly FileFindings[] {
  const isPatch = patchesListedIn();
  return files.map(({ file, text }) => {
    const analysis = createAnalyzer(Date.now).analyse(TextDocument.create(file, 'yaml', 1, text), settings, isPatch(file));
    return { file, objects: analysis.objects.length, findings: fileFindings(analysis).map(reported) };
  });
}
