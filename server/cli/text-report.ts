import pc from 'picocolors';
import type { Severity } from '../kubernetes/finding/finding.ts';
import { counted } from '../messages/table/counted.ts';
import type { FileFindings, ReportedFinding } from './reported-finding.ts';

/** For people: by file, a line for each finding, then how many there are, and how many practices are not shown. */
export function textReport(results: readonly FileFindings[], colours: boolean, practices = 0): string {
  const paint = pc.createColors(colours);
  const rest = practices > 0 ? paint.dim(` ${counted(practices, 'practice', 'practices')} more with --advice all.`) : '';
  return `${findingsText(results, colours)}${totals(results, paint)}${rest}\n`;
}

/** By file, a line for each finding. */
export function findingsText(results: readonly Pick<FileFindings, 'file' | 'findings'>[], colours: boolean): string {
  const paint = pc.createColors(colours);
  const colour: Readonly<Record<Severity, (text: string) => string>> = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  const line = ({ severity, code, range, message, related }: ReportedFinding) => {
    const place = `${range.start.line + 1}:${range.start.character + 1}`;
    const elsewhere = related.map(
      ({ file, range: { start }, message }) =>
        `\n${' '.repeat(21)}${paint.dim(`${file === undefined ? '' : `${file}:`}${start.line + 1}:${start.character + 1} ${message}`)}`,
    );
    const label = colour[severity](severity.padEnd(8));
    return `  ${paint.dim(place.padStart(7))}  ${label}  ${message}  ${paint.dim(code)}${elsewhere.join('')}\n`;
  };
  return results
    .filter(({ findings }) => findings.length)
    .map(({ file, findings }) => `${paint.underline(file)}\n${findings.map(line).join('')}\n`)
    .join('');
}

function totals(results: readonly FileFindings[], paint: ReturnType<typeof pc.createColors>): string {
  const objects = results.reduce((sum, result) => sum + result.objects, 0);
  const judged = `${counted(objects, 'Job or CronJob', 'Jobs and CronJobs')} in ${counted(results.filter(({ ofChart }) => !ofChart).length, 'file', 'files')}`;
  const numbers = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const number = results.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
    const word = severity === 'info' ? 'note' : severity;
    return number ? [counted(number, word, `${word}s`)] : [];
  });
  const bad = numbers[0]?.includes('error') ?? false;
  if (!numbers.length) return paint.green(`No problems: ${judged}.`);
  return (bad ? paint.red : paint.bold)(`${numbers.join(', ')}: ${judged}.`);
}
