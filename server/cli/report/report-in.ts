import { checkstyleReport } from './checkstyle-report.ts';
import type { Format } from './formats.ts';
import { githubReport } from './github-report.ts';
import { gitlabReport } from './gitlab-report.ts';
import { jsonReport } from './json-report.ts';
import { junitReport } from './junit-report.ts';
import { rdjsonReport } from './rdjson-report.ts';
import type { Report, Write } from './report.ts';
import { sarifReport } from './sarif-report.ts';
import { textReport } from './text-report.ts';

const reports: Readonly<Record<Format, (write: Write, colours: boolean) => Report>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  rdjson: rdjsonReport,
  checkstyle: checkstyleReport,
};

/** Begins a report. All of them together are smaller than what loading one by itself would cost. */
export function reportIn(format: Format, write: Write, colours: boolean): Report {
  return reports[format](write, colours);
}
