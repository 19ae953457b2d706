import { commands, type ExtensionContext, env, Uri, window, workspace } from 'vscode';
import { type ReportVerdictParams, reportVerdictCommand } from '../../server/protocol/requests.ts';
import { t } from '../words/texts.ts';

/** The command behind *Report a wrong verdict*: shows what would be sent and copies it. Only who reads it sends it. */
export function registerReportVerdict(context: ExtensionContext): void {
  context.subscriptions.push(
    commands.registerCommand(reportVerdictCommand, (report: ReportVerdictParams) => show(report, context.extension.packageJSON)),
  );
}

async function show(
  report: ReportVerdictParams,
  { version, bugs }: { readonly version: string; readonly bugs?: { readonly url?: string } },
) {
  const content = reportText(report, version);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
  await env.clipboard.writeText(content);
  const said = t('The report is copied, and nothing was sent. Read it, and add what the API server says.');
  if (bugs?.url === undefined) {
    void window.showInformationMessage(said);
    return;
  }
  const open = t('Open the form');
  if ((await window.showInformationMessage(said, open)) === open) await env.openExternal(formAddress(bugs.url, report, version));
}

/** The form filled in; what the API server says is left to who sends it. */
function formAddress(issues: string, { manifest, kubernetes, said }: ReportVerdictParams, version: string): Uri {
  const fields = new URLSearchParams({ template: 'wrong-verdict.yml', manifest, kubernetes, said, version });
  return Uri.parse(`${issues}/new?${fields}`, true);
}

/** The same for a project that has no public address yet; in English, as those who read it are. */
function reportText({ manifest, kubernetes, said }: ReportVerdictParams, version: string): string {
  const code = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
  return [
    `# A wrong verdict\n`,
    `## The manifest\n\nIts shape; texts are left out. Put in what matters.\n\n${code('yaml', manifest)}`,
    `## Version of Kubernetes\n\n${kubernetes}\n`,
    `## The verdict that is right\n\nWhat \`kubectl create --dry-run=server -f FILE\` answers:\n\n${code('text', '')}`,
    `## What Kubejob says\n\n${code('text', said)}`,
    `## Version of Kubejob\n\n${version}\n`,
  ].join('\n');
}
