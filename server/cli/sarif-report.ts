import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import { version } from '../../package.json';
import type { FileFindings } from './reported-finding.ts';

/** SARIF 2.1.0, for code scanning; columns count UTF-16 units. */
export function sarifReport(results: readonly FileFindings[]): string {
  const run = new SarifRunBuilder({ columnKind: 'utf16CodeUnits' }).initSimple({
    toolDriverName: 'kubejob',
    toolDriverVersion: version,
  });
  const codes = new Set(results.flatMap(({ findings }) => findings.map(({ code }) => code)));
  for (const code of [...codes].sort())
    run.addRule(new SarifRuleBuilder().initSimple({ ruleId: code, shortDescriptionText: code.replaceAll('-', ' ') }));
  for (const { file, findings } of results)
    for (const { severity, code, range, message } of findings)
      run.addResult(
        new SarifResultBuilder().initSimple({
          level: severity === 'info' ? 'note' : severity,
          messageText: message,
          ruleId: code,
          fileUri: file === '-' ? 'stdin' : file.split('/').map(encodeURIComponent).join('/'),
          startLine: range.start.line + 1,
          startColumn: range.start.character + 1,
          endLine: range.end.line + 1,
          endColumn: range.end.character + 1,
        }),
      );
  const builder = new SarifBuilder();
  builder.addRun(run);
  return `${builder.buildSarifJsonString({ indent: true })}\n`;
}
