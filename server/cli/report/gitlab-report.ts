import type { Severity } from '../../kubernetes/finding/finding.ts';
import { escapedJson } from './escaped-json.ts';
import { fingerprints } from './fingerprints.ts';
import { pathInProject } from './path-in-project.ts';
import type { Report, Write } from './report.ts';

const severityOf: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/** A code quality report of GitLab CI, which shows findings in merge requests. */
export function gitlabReport(write: Write): Report {
  const fingerprintOf = fingerprints();
  let begun = false;
  return {
    add({ file, findings }) {
      for (const finding of findings) {
        const { severity, code, range, message } = finding;
        const entry = {
          description: message,
          check_name: code,
          fingerprint: fingerprintOf(file, finding),
          severity: severityOf[severity],
          location: { path: pathInProject(file), lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
        };
        write(`${begun ? ',' : '['}\n${escapedJson(entry)}`);
        begun = true;
      }
    },
    end() {
      write(begun ? '\n]\n' : '[]\n');
    },
  };
}
