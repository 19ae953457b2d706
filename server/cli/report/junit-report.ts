import type { Severity } from '../../kubernetes/finding/finding.ts';
import { isAtLeast } from '../../kubernetes/finding/severities.ts';
import { pathInProject } from './path-in-project.ts';
import type { Report, Write } from './report.ts';
import type { FileFindings, ReportedFinding } from './reported-finding.ts';
import { xmlText } from './xml-text.ts';

/**
 * The XML of JUnit, which shows in the test results of CI servers: a suite for each file with a Job or CronJob, in it a case that
 * passed, or a case for each finding, of which those failed that make the run fail, and all else is told in its output.
 */
export function junitReport(write: Write): Report {
  write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="kubejob">\n');
  return {
    add(result, failsOn = 'error') {
      if (result.objects > 0 || result.findings.length > 0) write(suiteOf(result, failsOn));
    },
    end() {
      write('</testsuites>\n');
    },
  };
}

function suiteOf({ file, findings }: FileFindings, failsOn: Severity): string {
  const name = xmlText(pathInProject(file));
  const hasFailed = ({ severity }: ReportedFinding) => isAtLeast(severity, failsOn);
  const failures = findings.filter(hasFailed).length;
  const cases =
    findings.length > 0
      ? findings.map((finding) => caseOf(name, finding, hasFailed(finding)))
      : [`    <testcase classname="${name}" name="no problems"/>\n`];
  return `  <testsuite name="${name}" tests="${cases.length}" failures="${failures}" errors="0">\n${cases.join('')}  </testsuite>\n`;
}

function caseOf(file: string, { severity, code, range: { start }, message }: ReportedFinding, hasFailed: boolean): string {
  const place = `${start.line + 1}:${start.character + 1}`;
  const said = `${file}:${place}: ${severity}: ${xmlText(message)}`;
  const inside = hasFailed
    ? `<failure type="${xmlText(code)}" message="${xmlText(message)}">${said}</failure>`
    : `<system-out>${said}</system-out>`;
  return `    <testcase classname="${file}" name="${xmlText(code)} at ${place}">${inside}</testcase>\n`;
}
