import { shownName } from '../../files/shown-name.ts';
import type { Severity } from '../../kubernetes/finding/finding.ts';
import { pathInProject } from './path-in-project.ts';
import type { Report, Write } from './report.ts';

const commandOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands that show each finding beside the line of a pull request. */
export function githubReport(write: Write): Report {
  return {
    add({ file, findings }) {
      for (const { severity, code, range, message } of findings) {
        const { start, end } = range;
        const place = `file=${property(shownName(pathInProject(file)))},line=${start.line + 1},endLine=${end.line + 1},col=${start.character + 1},endColumn=${end.character + 1}`;
        write(`::${commandOf[severity]} ${place},title=${property(`kubejob ${code}`)}::${data(message)}\n`);
      }
    },
    end() {},
  };
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
