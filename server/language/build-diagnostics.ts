import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Analysis } from '../application/analysis.ts';
import type { BuiltFinding } from '../application/charts/built-verdict.ts';
import { objectFindings } from '../application/findings/object-findings.ts';
import type { Texts } from '../messages/render.ts';
import { decodedAddress } from '../plain/decoded-address.ts';
import { isPractice } from '../validation/judge/judged-finding.ts';
import { concernsTheRest } from '../validation/judge/unsaid.ts';
import { severities } from './diagnostics.ts';
import { documentationLink } from './fields/documentation.ts';

/**
 * What was found in a rendered chart or a built overlay, by the address of the file that wrote it, without its escapes: editors
 * write them in more than one way. Of files `besides` there is at least an empty list: they were built, too. What follows from
 * something else is left out.
 */
export function diagnosticsByFile(
  findings: readonly BuiltFinding[],
  besides: readonly string[],
  texts: Texts,
  uriOf: (file: string) => string,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>(besides.map((file) => [decodedAddress(uriOf(file)), []]));
  for (const one of findings.filter(({ isConsequence }) => !isConsequence)) {
    const uri = decodedAddress(uriOf(one.file));
    found.set(uri, [...(found.get(uri) ?? []), chartDiagnostic(one, texts, uriOf)]);
  }
  return found;
}

function chartDiagnostic(
  { finding, range, message, about, values }: BuiltFinding,
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

/** Why a tool could not make anything of a file. */
export function refusal(code: 'chart-refused' | 'kustomize-refused', line: number, message: string): Diagnostic {
  const range = { start: { line, character: 0 }, end: { line, character: 1000 } };
  return { range, severity: DiagnosticSeverity.Warning, code, source: 'kubejob', message };
}

/**
 * What is found in a file as it stands and what was found when it was built, each once. That a template is no manifest is not said of
 * one that was rendered.
 */
export function withBuilt(literal: readonly Diagnostic[], built: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(literal.map(placeOf));
  const wasRefused = built.some(({ code }) => code === 'chart-refused' || code === 'kustomize-refused');
  return [...literal.filter(({ code }) => wasRefused || code !== 'template'), ...built.filter((one) => !said.has(placeOf(one)))];
}

/**
 * What was found in a file without what it leaves out: what was built of it tells whether that is missing in the end, as overlays may
 * bring it.
 */
export function withoutWhatItLacks(found: readonly Diagnostic[], analysis: Analysis): readonly Diagnostic[] {
  const lacking = objectFindings(analysis).filter(({ finding, object }) => concernsTheRest(finding, object.source.document.body.value));
  const places = new Set(lacking.map(({ finding: { code }, range }) => placeOf({ code, range })));
  return found.filter((one) => !places.has(placeOf(one)));
}

function placeOf({ code, range }: Pick<Diagnostic, 'code' | 'range'>): string {
  return `${range.start.line} ${code}`;
}
