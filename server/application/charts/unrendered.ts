import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RenderedDocument, TemplateText } from '../../charts/rendered-chart.ts';
import { createAnalyzer } from '../analysis.ts';
import { fileFindings } from '../findings/file-findings.ts';
import { objectRange } from '../object-ranges.ts';
import type { BuiltFinding, HowToJudgeBuilt } from './built-verdict.ts';

/**
 * What is found in Jobs and CronJobs of a chart of which nothing was rendered, judged as far as they stand there literally: those that
 * a condition leaves out, and those that helm silently drops, as it does with hooks of names that it does not know. `document` counts
 * the documents of the template's file.
 */
export function unrenderedFindings(
  templates: readonly string[],
  documents: readonly RenderedDocument[],
  text: TemplateText,
  { settings, facts }: HowToJudgeBuilt,
  now?: () => number,
): readonly BuiltFinding[] {
  const analyzer = createAnalyzer(now);
  return templates.flatMap((file) => {
    const content = text(file);
    if (content === undefined || !/job|batch/i.test(content)) return [];
    const made = linesMadeInto(documents, file);
    if (made === 'unknown') return [];
    const document = TextDocument.create(file, 'yaml', 1, content);
    const analysis = analyzer.analyse(document, settings, false, facts);
    analyzer.forget(file);
    return fileFindings(analysis).flatMap(({ about, finding, message, isConsequence, object, range }): readonly BuiltFinding[] => {
      const { start, end } = object ? objectRange(object) : range;
      const wasRendered = made.some((line) => line >= start.line && line <= end.line);
      if (wasRendered || finding.code === 'template') return [];
      return [{ file, about, finding, range, message, ...(isConsequence ? { isConsequence } : {}), values: [] }];
    });
  });
}

/** The lines of a template that something was made of; unknown where its documents are known by their template alone. */
function linesMadeInto(documents: readonly RenderedDocument[], file: string): readonly number[] | 'unknown' {
  const isUnknown = documents.some(({ template, lines }) => template === file && lines.every((line) => line === undefined));
  if (isUnknown) return 'unknown';
  return documents.flatMap(({ lines }) => lines.flatMap((line) => (line?.file === file ? [line.line] : [])));
}
