import type { FileFindings } from './file-findings.ts';

/** One array, sorted by file and position, an entry a line. */
export function jsonReport(results: readonly FileFindings[]): string {
  const entries = results.flatMap(({ file, findings }) =>
    findings.map(({ object: { source, judged }, finding, range, message }) => ({
      file,
      document: source.document.index,
      ...(judged.item === undefined ? {} : { item: judged.item }),
      kind: judged.kind,
      name: judged.name,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      path: finding.path,
      severity: finding.severity,
      reason: finding.reason,
      code: finding.code,
      message,
    })),
  );
  return entries.length ? `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n` : '[]\n';
}
