import { defaultSettings, type Settings } from '../application/settings.ts';
import { manifestsAt } from '../files/manifests-at.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import type { FileFindings } from './file-findings.ts';
import { jsonReport } from './json-report.ts';
import { judgeInThreads } from './judge-in-threads.ts';
import { type ExitCode, exitCodes, type Output } from './output.ts';
import { githubReport, textReport } from './reports.ts';

export interface ValidateOptions {
  readonly kubernetesVersion: KubernetesVersion;
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly advice: Settings['advice'];
}

/** `kubejob validate`. */
export async function validate(paths: readonly string[], options: ValidateOptions, output: Output): Promise<ExitCode> {
  const { files, unread } = manifestsAt(paths);
  for (const reason of unread) output.error(`kubejob: ${reason}\n`);
  const settings: Settings = { ...defaultSettings, kubernetesVersion: options.kubernetesVersion, advice: options.advice };
  const results = await judgeInThreads(files, settings);
  output.out(await report(results, options.format, output));
  if (unread.length > 0) return exitCodes.couldNotRun;
  return results.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? exitCodes.faults : exitCodes.good;
}

async function report(results: readonly FileFindings[], format: ValidateOptions['format'], output: Output): Promise<string> {
  switch (format) {
    case 'json':
      return jsonReport(results);
    case 'github':
      return githubReport(results);
    case 'sarif':
      return (await import('./sarif-report.ts')).sarifReport(results);
    case 'text':
      return textReport(results, output.colours);
  }
}
