import { t } from '@vscode/l10n';
import { recordingOf } from '../../../server/simulator/run/recording-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { type WallClock, whenText } from '../axis/wall-clock.ts';
import { kubectlCommand } from '../outputs/kubectl-commands.ts';
import { kubectlText } from '../outputs/kubectl-text.ts';
import type { PageState, Simulated } from '../state/page-state.ts';
import { editWords } from '../what-if/edit-words.ts';

/** More pods than anyone reads in a table. */
const mostPods = 20;

/** A simulation as Markdown, for a pull request: how it ends, its pods, what kubectl prints, and what was taken for granted. */
export function markdownReport(
  result: Simulated,
  { history, likely }: Pick<PageState, 'history' | 'likely'>,
  clock: WallClock | undefined,
): string {
  const { kind, name, run, outcome, assumptions, refusals } = result;
  const parts = [
    `### ${kind} \`${name}\`: ${outcome}`,
    ...(likely ? [likely.sentence] : []),
    list(
      t('Changed by hand'),
      history.edits.map((edit) => editWords(edit, clock)),
    ),
    list(
      t('Refused'),
      refusals.map(({ t: second, text }) => `${whenText(second, clock)}: ${text}`),
    ),
    podTable(run, clock),
    ['```console', `$ ${kubectlCommand('watch', result)}`, kubectlText('watch', run).trimEnd(), '```'].join('\n'),
    list(
      t('Assumptions'),
      assumptions.map(({ text }) => text),
    ),
    `<sub>Kubejob · Kubernetes ${run.version}</sub>`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [`**${title}**`, '', ...items.map((item) => `- ${oneLine(item)}`)].join('\n');
}

function podTable(run: Run, clock: WallClock | undefined): string {
  const pods = new Map<number, { from: number; to: number; status: string; restarts: string }>();
  for (const { t: second, pod, event, STATUS, RESTARTS } of recordingOf(run).pods) {
    const known = pods.get(pod);
    const status = event === 'DELETED' && known ? known.status : STATUS;
    pods.set(pod, { from: known?.from ?? second, to: second, status, restarts: RESTARTS });
  }
  if (pods.size === 0) return '';
  const rows = [...pods].slice(0, mostPods).map(([pod, { from, to, status, restarts }]) => {
    return `| #${pod} | ${whenText(from, clock)} | ${whenText(to, clock)} | ${oneLine(status).replaceAll('|', '\\|')} | ${restarts.split(' ')[0]} |`;
  });
  const more = pods.size > mostPods ? [`| … | | | ${t('{0} more', pods.size - mostPods)} | |`] : [];
  const head = `| ${[t('Pod'), t('created'), t('last change'), 'STATUS', 'RESTARTS'].join(' | ')} |`;
  return [head, '| --- | ---: | ---: | --- | ---: |', ...rows, ...more].join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
