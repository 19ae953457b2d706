import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Analysis } from '../application/analysis.ts';
import { fileFindings } from '../application/findings/file-findings.ts';
import { causesAmong, type LocatedFinding } from '../application/located-finding.ts';
import { ownFileFindings, ownFormatOf } from '../application/own-files/own-file.ts';
import type { Severity } from '../kubernetes/finding/finding.ts';
import type { NotUtf8 } from '../manifest/bytes/text-of-bytes.ts';
import { isPractice } from '../validation/judge/judged-finding.ts';
import { documentationLink } from './fields/documentation.ts';
import { sinceHints } from './since-hints.ts';

/** The diagnostics of a text, as the protocol has them; `notUtf8` says which bytes of its file it does not tell. */
export function diagnosticsOf(analysis: Analysis, notUtf8?: NotUtf8): Diagnostic[] {
  if (ownFormatOf(analysis)) return ownFileFindings(analysis).map((one) => diagnosticOf(one, analysis.text));
  if (!analysis.settings.validate) return [];
  return [...causesAmong(fileFindings(analysis, notUtf8)).map((one) => diagnosticOf(one, analysis.text)), ...sinceHints(analysis)];
}

export function diagnosticOf({ object, finding, range, message, ...told }: LocatedFinding, text: TextDocument): Diagnostic {
  const related = [...told.related, ...(told.consequences ?? [])];
  return {
    range,
    severity: isPractice(finding) ? DiagnosticSeverity.Hint : severities[finding.severity],
    code: finding.code,
    ...(object
      ? { codeDescription: { href: documentationLink(object.judged.kind ?? 'Job', finding.at.path.slice(object.judged.at.length)) } }
      : {}),
    source: 'kubejob',
    message,
    ...(related.length
      ? { relatedInformation: related.map((one) => ({ location: { uri: text.uri, range: one.range }, message: one.message })) }
      : {}),
  };
}

export const severities: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, info: 3 };
