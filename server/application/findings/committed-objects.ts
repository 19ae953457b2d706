import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JudgedObject } from '../../validation/judge/judged-object.ts';
import type { Analysis, Analyzer } from '../analysis.ts';
import type { Settings } from '../settings/settings.ts';

/** The objects of what a chart or an overlay made when it was committed last; none where nothing is known of that. */
export function committedObjects(text: string | undefined, settings: Settings, analyzer: Analyzer): readonly JudgedObject[] {
  if (text === undefined || !settings.immutableFields) return [];
  const uri = '#committed';
  const { objects } = analyzer.analyse(TextDocument.create(uri, 'yaml', 1, text), settings);
  analyzer.forget(uri);
  return objects.map(({ judged }) => judged);
}

/** The same analysis, where these were committed last. */
export function withCommitted(analysis: Analysis, committed: readonly JudgedObject[]): Analysis {
  if (committed.length === 0) return analysis;
  return { ...analysis, committed, inOlderVersions: analysis.inOlderVersions.map((one) => ({ ...one, committed })) };
}
