import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import { type DocumentSource, documentSources } from '../../charts/source-comments.ts';
import type { FileFindings, ReportedFinding } from '../report/reported-finding.ts';

/**
 * What was found in the output of `helm template`, by the templates that it names: a place is a line of what a template was rendered
 * to, counted from the line behind helm's comment, and `document` counts what one template made. What names none stays where it is.
 */
export function byTemplate(judged: FileFindings, { text, file, objects }: Analysis): readonly FileFindings[] {
  const sources = documentSources(text.getText(), file);
  const names = [...new Set(sources.flatMap((source) => source?.template ?? []))].sort();
  const own = (template: string | undefined) => {
    const findings = judged.findings.filter(({ about }) => sources[about.document]?.template === template);
    return {
      objects: objects.filter(({ source }) => sources[source.document.index]?.template === template).length,
      findings: findings.map((finding) => inTemplate(finding, sources[finding.about.document])),
    };
  };
  if (names.length === 0) return [judged];
  const rest = own(undefined);
  const ofNone = rest.objects + rest.findings.length > 0 ? [{ ...judged, ...rest }] : [];
  return [...ofNone, ...names.map((template) => ({ file: template, ...own(template) }))];
}

/** Without a fix: its edits are none of the template's. */
function inTemplate(finding: ReportedFinding, source: DocumentSource | undefined): ReportedFinding {
  if (!source) return finding;
  const { about, range, related, details, ...rest } = finding;
  return {
    ...rest,
    about: { ...about, document: source.number },
    range: above(range, source.line),
    related: related.map((one) => ({ ...one, range: above(one.range, source.line) })),
    ...(details ? { details: { line: details.line } } : {}),
  };
}

function above({ start, end }: Range, lines: number): Range {
  const less = (line: number) => Math.max(0, line - lines);
  return { start: { ...start, line: less(start.line) }, end: { ...end, line: less(end.line) } };
}
