import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, createAnalyzer } from '../server/application/analysis.ts';
import { defaultSettings, type Settings } from '../server/application/settings/settings.ts';

/** The analysis of a text that is open in an editor. */
export function analysisOf(text: string, settings: Partial<Settings> = {}, uri = 'file:///manifests/job.yaml'): Analysis {
  return createAnalyzer().analyse(TextDocument.create(uri, 'yaml', 1, text), { ...defaultSettings, ...settings });
}
