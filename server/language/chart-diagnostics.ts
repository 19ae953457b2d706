import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { ChartFinding } from '../application/charts/chart-findings.ts';
import type { Texts } from '../messages/render.ts';
import { isPractice } from '../validation/judge/judged-finding.ts';
import { severities } from './diagnostics.ts';
import { documentationLink } from './fields/documentation.ts';

/** What was found in a rendered chart, as diagnostics of the file of the chart that wrote it. */
export function chartDiagnostic(
  { finding, range, message, about, values }: ChartFinding,
  texts: Texts,
  uriOf: (file: string) => string,
): Diagnostic {
  return {
    range,
    severity: isPractice(finding) ? DiagnosticSeverity.Hint : severities[finding.severity],
    code: finding.code,
    codeDescription: { href: documentationLink(about.kind === 'CronJob' ? 'CronJob' : 'Job', finding.at.path) },
    source: 'kubejob',
    message,
    ...(values.length > 0
      ? {
          relatedInformation: values.map(({ file, range: at }) => ({
            location: { uri: uriOf(file), range: at },
            message: texts('chart-value', {}),
          })),
        }
      : {}),
  };
}

/**
 * What is found in a template as it stands and what was found when its chart was rendered, each once. That a template is no
 * manifest is not said of one that was rendered.
 */
export function withRendered(literal: readonly Diagnostic[], rendered: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(literal.map(placeOf));
  return [...literal.filter(({ code }) => code !== 'template'), ...rendered.filter((one) => !said.has(placeOf(one)))];
}

function placeOf({ code, range }: Diagnostic): string {
  return `${range.start.line} ${code}`;
}
