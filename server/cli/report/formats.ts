import type { Report, Write } from './report.ts';

/** How findings can be printed. */
export const formats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'rdjson', 'checkstyle'] as const;

export type Format = (typeof formats)[number];

/** Those that show lines and fixes, which take time to look up. */
export const showsDetails = (format: Format): boolean => format === 'text' || format === 'rdjson';

/** Begins a report; only the code of its format is loaded. */
export async function reportIn(format: Format, write: Write, colours: boolean): Promise<Report> {
  switch (format) {
    case 'text':
      return (await import('./text-report.ts')).textReport(write, colours);
    case 'json':
      return (await import('./json-report.ts')).jsonReport(write);
    case 'sarif':
      return (await import('./sarif-report.ts')).sarifReport(write);
    case 'github':
      return (await import('./github-report.ts')).githubReport(write);
    case 'gitlab':
      return (await import('./gitlab-report.ts')).gitlabReport(write);
    case 'junit':
      return (await import('./junit-report.ts')).junitReport(write);
    case 'rdjson':
      return (await import('./rdjson-report.ts')).rdjsonReport(write);
    case 'checkstyle':
      return (await import('./checkstyle-report.ts')).checkstyleReport(write);
  }
}
