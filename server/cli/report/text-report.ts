import pc from 'picocolors';
import { shownName } from '../../files/shown-name.ts';
import type { Severity } from '../../kubernetes/finding/finding.ts';
import { counted } from '../../messages/table/counted.ts';
import type { Report, Write } from './report.ts';
import type { FileFindings, ReportedFinding } from './reported-finding.ts';

/** For people: by file, a line for each finding, then how many there are, how many practices are not shown, and what was in force. */
export function textReport(write: Write, colours: boolean): Report & { readonly leaveOut: (practices: number) => void } {
  const paint = pc.createColors(colours);
  const counts = { error: 0, warning: 0, info: 0, objects: 0, files: 0, practices: 0 };
  const inForce = new Set<string>();
  return {
    add(result) {
      for (const line of result.inForce ?? []) inForce.add(line);
      counts.objects += result.objects;
      counts.files += result.ofChart ? 0 : 1;
      for (const { severity } of result.findings) counts[severity] += 1;
      write(findingsText([result], colours));
    },
    leaveOut(practices) {
      counts.practices += practices;
    },
    end() {
      const { practices } = counts;
      // What is not there has no problems; standard error says so.
      if (counts.objects === 0 && counts.error + counts.warning + counts.info === 0) return;
      const rest = practices > 0 ? paint.dim(` ${counted(practices, 'practice', 'practices')} more with --advice all.`) : '';
      write(`${totals(counts, paint)}${rest}\n${inForce.size > 0 ? paint.dim(inForceText([...inForce])) : ''}`);
    },
  };
}

/** By file, a line for each finding. */
export function findingsText(results: readonly Pick<FileFindings, 'file' | 'findings'>[], colours: boolean): string {
  const paint = pc.createColors(colours);
  const colour: Readonly<Record<Severity, (text: string) => string>> = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  const line = ({ severity, code, range, message, related }: ReportedFinding) => {
    const place = `${range.start.line + 1}:${range.start.character + 1}`;
    const elsewhere = related.map(
      ({ file, range: { start }, message }) =>
        `\n${' '.repeat(21)}${paint.dim(`${file === undefined ? '' : `${shownName(file)}:`}${start.line + 1}:${start.character + 1} ${message}`)}`,
    );
    const label = colour[severity](severity.padEnd(8));
    return `  ${paint.dim(place.padStart(7))}  ${label}  ${message}  ${paint.dim(code)}${elsewhere.join('')}\n`;
  };
  return results
    .filter(({ findings }) => findings.length)
    .map(({ file, findings }) => `${paint.underline(shownName(file))}\n${findings.map(line).join('')}\n`)
    .join('');
}

/** More lines than this say nothing new. */
const mostInForce = 8;

/** What was taken from the facts at hand, so that nobody wonders where a verdict comes from. */
function inForceText(lines: readonly string[]): string {
  const rest = lines.length - mostInForce;
  return `In force in the namespaces: ${lines.slice(0, mostInForce).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. --no-facts leaves it aside.\n`;
}

interface Counts extends Readonly<Record<Severity, number>> {
  readonly objects: number;
  readonly files: number;
}

function totals(counts: Counts, paint: ReturnType<typeof pc.createColors>): string {
  const judged = `${counted(counts.objects, 'Job or CronJob', 'Jobs and CronJobs')} in ${counted(counts.files, 'file', 'files')}`;
  const numbers = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const word = severity === 'info' ? 'note' : severity;
    return counts[severity] > 0 ? [counted(counts[severity], word, `${word}s`)] : [];
  });
  if (!numbers.length) return paint.green(`No problems: ${judged}.`);
  return (counts.error > 0 ? paint.red : paint.bold)(`${numbers.join(', ')}: ${judged}.`);
}
