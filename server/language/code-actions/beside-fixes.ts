import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../application/analysis.ts';
import type { ObjectFinding } from '../../application/located-finding.ts';
import { isAdvice } from '../../validation/judge/judged-finding.ts';
import { diagnosticOf } from '../diagnostics.ts';
import { type ConfigurationFile, ignoreInConfiguration } from '../fixes/ignore-in-configuration.ts';
import { verdictReport } from '../fixes/verdict-report.ts';

/** What an editor lets be done about a finding besides changing its text. */
export interface BesideFixes {
  /** The configuration above the text, or where one may be made. */
  readonly configuration?: ConfigurationFile | undefined;
  /** Its command that shows a report of a wrong verdict, given a VerdictReport. Nothing is sent by it. */
  readonly reportCommand?: string | undefined;
}

/** Actions that leave the manifest as it is: ignoring a rule in the configuration, and reporting that a finding is wrong. */
export function besideFixes(analysis: Analysis, located: ObjectFinding, { configuration, reportCommand }: BesideFixes): CodeAction[] {
  const { finding } = located;
  const { texts, text } = analysis;
  const diagnostics = [diagnosticOf(located, text)];
  const edit =
    configuration && (finding.severity !== 'error' || isAdvice(finding)) ? ignoreInConfiguration(configuration, finding.code) : undefined;
  const title = texts('fix-report-verdict');
  return [
    ...(edit
      ? [{ title: texts('fix-ignore-in-configuration', { code: finding.code }), kind: CodeActionKind.QuickFix, edit, diagnostics }]
      : []),
    ...(reportCommand === undefined
      ? []
      : [
          {
            title,
            kind: CodeActionKind.QuickFix,
            command: { title, command: reportCommand, arguments: [verdictReport(analysis, located)] },
            diagnostics,
          },
        ]),
  ];
}
