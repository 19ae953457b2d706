import pc from 'picocolors';
import type { Range } from 'vscode-languageserver-types';
import { shownName } from '../../files/shown-name.ts';
import { severities } from '../../kubernetes/finding/severities.ts';
import { counted } from '../../messages/table/counted.ts';
import { excerptOf } from './excerpt.ts';
import type { Report, Write } from './report.ts';
import type { FileFindings, ReportedFinding } from './reported-finding.ts';
import { totalsText, wordOf } from './totals.ts';

/** For people: each finding with its line, then how many there are, how many practices are not shown, and what was in force. */
export function textReport(write: Write, colours: boolean): Report {
  const paint = pc.createColors(colours);
  const counts = { error: 0, warning: 0, info: 0, objects: 0, files: 0, practices: 0 };
  const inForce = new Set<string>();
  return {
    add(result) {
      for (const line of result.inForce ?? []) inForce.add(line);
      counts.objects += result.objects;
      counts.files += result.ofChart || result.goesOn ? 0 : 1;
      for (const { severity } of result.findings) counts[severity] += 1;
      write(findingsText([result], colours));
    },
    leaveOut(practices) {
      counts.practices += practices;
    },
    end() {
      const { practices } = counts;
      // What is not there has no problems; standard error says so.
      const found = counts.error + counts.warning + counts.info;
      if (counts.objects === 0 && found === 0) return;
      const colour = found > 0 ? paint.bold : paint.green;
      const inTheirColour = counts.error > 0 ? paint.red : colour;
      const rest = practices > 0 ? paint.dim(` ${counted(practices, 'practice', 'practices')} more with --advice all.`) : '';
      write(`${inTheirColour(totalsText(counts))}${rest}\n${inForce.size > 0 ? paint.dim(inForceText([...inForce])) : ''}`);
    },
  };
}

/**
 * As a compiler prints them: where, what, and what to do, then the line with carets under the place, other places that have to do
 * with it, and the fix. In a file, or a piece of a long one, errors come first, then
 * warnings, then notes.
 */
export function findingsText(results: readonly Pick<FileFindings, 'file' | 'findings'>[], colours: boolean): string {
  const paint = pc.createColors(colours);
  const bySeverity = (findings: readonly ReportedFinding[]) =>
    severities.flatMap((one) => findings.filter(({ severity }) => severity === one));
  return results
    .map(({ file, findings }) =>
      bySeverity(findings)
        .map((finding) => findingText(finding, file, paint))
        .join(''),
    )
    .join('');
}

type Paint = ReturnType<typeof pc.createColors>;

function findingText({ severity, code, range, message, related, details, delivery }: ReportedFinding, file: string, paint: Paint): string {
  const inColour = { error: paint.red, warning: paint.yellow, info: paint.cyan }[severity];
  const excerpt = details && excerptOf(details.line, range);
  const number = String(range.start.line + 1);
  const gutter = ' '.repeat(number.length);
  const lines = [
    `${paint.bold(placeText(file, range))}: ${paint.bold(inColour(`${wordOf[severity]}:`))} ${message} ${paint.dim(`[${code}]`)}`,
    ...(excerpt ? [`  ${paint.dim(`${number} |`)} ${excerpt.line}`, `  ${gutter} ${paint.dim('|')} ${inColour(excerpt.carets)}`] : []),
    ...related.map((other) => `  ${gutter} ${paint.dim('=')} ${placeText(other.file ?? file, other.range)}: ${other.message}`),
    ...(delivery ? [delivery.says, delivery.instead].map((text) => `  ${gutter} ${paint.dim('=')} ${text}`) : []),
    ...(details?.fix ? [`  ${gutter} ${paint.dim('=')} ${paint.green('fix:')} ${details.fix.title}`] : []),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** In the form that terminals and editors make a link of. */
function placeText(file: string, { start }: Range): string {
  return `${shownName(file)}:${start.line + 1}:${start.character + 1}`;
}

/** More lines than this say nothing new. */
const mostInForce = 8;

/** What was taken from the facts at hand, so that nobody wonders where a verdict comes from. */
function inForceText(lines: readonly string[]): string {
  const rest = lines.length - mostInForce;
  return `In force in the namespaces: ${lines.slice(0, mostInForce).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. --no-facts leaves it aside.\n`;
}
