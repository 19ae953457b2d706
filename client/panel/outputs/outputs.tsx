import { t } from '@vscode/l10n';
import type { SimulateResult } from '../../../server/protocol/requests.ts';
import { post } from '../host/host.ts';
import type { Moment, Output } from '../host/messages.ts';
import { duration } from '../timeline/axis.ts';
import { kubectlCommand, outputs } from './kubectl-commands.ts';

type Props = Extract<SimulateResult, { status: 'simulated' }> & { moment: Moment | undefined };

/** kubectl's own output, at the end of the run or at the second that was chosen. */
export function Outputs({ kind, name, result, watch, podsTable, eventsTable, moment }: Props) {
  const texts: Readonly<Record<Output, string>> = moment ?? { watch, pods: podsTable, events: eventsTable, describe: result.describe };
  const labels: Readonly<Record<Output, string>> = { watch: t('Watch'), pods: t('Pods'), events: t('Events'), describe: t('Describe') };
  return (
    <section aria-labelledby="kubectl">
      <h2 id="kubectl">{moment ? t('What kubectl prints at {0}', duration(moment.t)) : t('What kubectl prints at the end')}</h2>
      <vscode-tabs>
        {outputs.map((output) => [
          <vscode-tab-header key={`${output} header`} slot="header">
            {labels[output]}
          </vscode-tab-header>,
          <vscode-tab-panel key={output}>
            <Printed output={output} command={kubectlCommand(output, { kind, name })} text={texts[output]} />
          </vscode-tab-panel>,
        ])}
      </vscode-tabs>
    </section>
  );
}

function Printed({ output, command, text }: { output: Output; command: string; text: string }) {
  return (
    <>
      <div class="command">
        <code>
          <span aria-hidden="true">$ </span>
          {command}
        </code>
        <button type="button" onClick={() => post({ type: 'copy', text })}>
          {t('Copy')}
        </button>
        <button type="button" onClick={() => post({ type: 'open', output, text })}>
          {t('Open')}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long output scrolls, and must do so by keyboard too. */}
      <section class="output" tabIndex={0} aria-label={command}>
        <pre>{text.trim() === '' ? t('Nothing.') : text}</pre>
      </section>
    </>
  );
}
