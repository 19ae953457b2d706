import { t } from '@vscode/l10n';
import { useState } from 'preact/hooks';
import { timelineSvg } from '../../../server/simulator/timeline/timeline-svg.ts';
import { duration } from '../axis/axis.ts';
import type { WallClock } from '../axis/wall-clock.ts';
import { post } from '../host/host.ts';
import { outputs } from '../host/messages.ts';
import { kubectlCommand } from '../outputs/kubectl-commands.ts';
import { kubectlText } from '../outputs/kubectl-text.ts';
import type { Drawn, PageState } from '../state/page-state.ts';
import { markdownReport } from './markdown.ts';
import { fitsAsRecording, recordingText } from './recording.ts';
import './report.css';

interface Props {
  readonly drawn: Drawn;
  readonly clock: WallClock | undefined;
  readonly page: Pick<PageState, 'history' | 'likely' | 'second'>;
}

/** The run for others: copied as Markdown, as text or as a picture, or opened as a recording. */
export function TakeAlong({ drawn: { result }, clock, page }: Props) {
  const [copied, setCopied] = useState('');
  const { run } = result;
  const copy = (label: string, textOf: () => string) => (
    <button
      type="button"
      onClick={() => {
        post({ type: 'copy', text: textOf() });
        setCopied(t('Copied: {0}', label));
      }}
    >
      {t('Copy as {0}', label)}
    </button>
  );
  const printed = () => outputs.map((output) => `$ ${kubectlCommand(output, result)}\n${kubectlText(output, run, page.second)}`).join('\n');
  return (
    <section aria-labelledby="take-along" class="take-along">
      <h2 id="take-along">{t('Share this run')}</h2>
      <div class="buttons">
        {copy(t('Markdown'), () => markdownReport(result, page, clock))}
        {copy(t('kubectl output'), printed)}
        {copy(t('picture (SVG)'), () => timelineSvg(run, { duration, more: (count) => t('{0} more', count) }))}
        <button type="button" disabled={!fitsAsRecording(run)} onClick={() => post({ type: 'open-recording', text: recordingText(run) })}>
          {t('Open as recording (JSON)')}
        </button>
        <span class="quiet" role="status">
          {copied}
        </span>
      </div>
    </section>
  );
}
