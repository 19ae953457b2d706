import type { Severity } from '../kubernetes/finding/finding.ts';
import type { FileFindings } from './reported-finding.ts';

const commandOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that show each finding beside the line of a pull request. */
export function githubReport(results: readonly FileFindings[]): string {
  return results
    .flatMap(({ file, findings }) =>
      findings.map(({ severity, code, range, message }) => {
        const { start, end } = range;
        const place = `file=${property(file)},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1}`;
        return `::${commandOf[severity]} ${place},title=${property(`kubejob ${code}`)}::${data(message)}\n`;
      }),
    )
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
