import type { Range } from 'vscode-languageserver-types';
import { rulePageAddress } from '../../application/public-address.ts';
import type { Severity } from '../../kubernetes/finding/finding.ts';
import { escapedJson } from './escaped-json.ts';
import { pathInProject } from './path-in-project.ts';
import type { Report, Write } from './report.ts';
import type { ReportedFinding } from './reported-finding.ts';

const severityOf: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };

/** The diagnostics of reviewdog, with fixes as suggestions; its columns count bytes of UTF-8, from 1. */
export function rdjsonReport(write: Write): Report {
  let begun = false;
  write('{"source":{"name":"kubejob"},"diagnostics":[');
  return {
    add({ file, findings }) {
      for (const finding of findings) {
        write(`${begun ? ',' : ''}\n${escapedJson(diagnosticOf(pathInProject(file), finding))}`);
        begun = true;
      }
    },
    end() {
      write(`${begun ? '\n' : ''}]}\n`);
    },
  };
}

function diagnosticOf(path: string, { severity, code, range, message, details }: ReportedFinding) {
  const url = rulePageAddress(code);
  const line = { number: range.start.line, text: details?.line ?? '' };
  // Columns are told where the line is known: they count bytes.
  const edits = (details?.fix?.edits ?? []).filter((edit) => isWithin(edit.range, line.number));
  const suggestions = edits.length === details?.fix?.edits.length ? edits : [];
  return {
    message,
    location: { path, range: rangeOf(range, line) },
    severity: severityOf[severity],
    code: { value: code, ...(url === undefined ? {} : { url }) },
    ...(suggestions.length > 0
      ? { suggestions: suggestions.map(({ range, newText }) => ({ range: rangeOf(range, line), text: newText })) }
      : {}),
  };
}

function isWithin({ start, end }: Range, line: number): boolean {
  return start.line === line && end.line === line;
}

interface Line {
  readonly number: number;
  readonly text: string;
}

/** The end is left out where it lies in another line, whose bytes nobody counted. */
function rangeOf({ start, end }: Range, { number, text }: Line) {
  const column = (character: number) => Buffer.byteLength(text.slice(0, character)) + 1;
  return {
    start: { line: start.line + 1, column: column(start.character) },
    ...(end.line === number ? { end: { line: end.line + 1, column: column(end.character) } } : {}),
  };
}
