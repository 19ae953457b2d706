import type { FileFindings } from './file-findings.ts';

/** One array, sorted by file and position, an entry a line. */
export function jsonReport(results: readonly FileFindings[]): string {
  const entries = results.flatMap(({ file, findings }) =>
    findings.map(({ document, item, kind, name, range, path, severity, reason, code, message }) => ({
      file,
      document,
      ...(item === undefined ? {} : { item }),
      kind,
      name,
      line: range.start.line + 1,
      column: range.start.character + 1,
      endLine: range.end.line + 1,
      endColumn: range.end.character + 1,
      path,
      severity,
      reason,
      code,
      message,
    })),
  );
  return entries.length ? `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n` : '[]\n';
}
