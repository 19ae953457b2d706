import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { isScenarioFile, readScenarioComment, readScenarioText } from './scenario-text.ts';

/** What is wrong with the scenario in a manifest's first comment, or with a file that is a scenario by its name. */
export function scenarioDiagnostics({ text, texts }: Pick<Analysis, 'text' | 'texts'>): Diagnostic[] {
  const content = text.getText();
  const reading = isScenarioFile(text.uri)
    ? readScenarioText(content)
    : content.includes('kubejob-scenario')
      ? readScenarioComment(content)
      : undefined;
  if (!reading || 'scenario' in reading) return [];
  return reading.problems.map(({ start, end, code, args }) => ({
    range: { start: text.positionAt(start), end: text.positionAt(end) },
    severity: DiagnosticSeverity.Warning,
    code,
    source: 'kubejob',
    message: texts(code, args),
  }));
}
