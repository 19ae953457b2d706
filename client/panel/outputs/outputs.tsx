import { t } from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Seconds } from '../../../server/protocol/requests.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { post } from '../host/host.ts';
import { type Output, outputs } from '../host/messages.ts';
import type { Dispatch } from '../state/page-action.ts';
import { duration } from '../timeline/axis.ts';
import { kubectlCommand } from './kubectl-commands.ts';
import { kubectlText } from './kubectl-text.ts';

interface Props {
  readonly run: Run;
  /** The second that was chosen; undefined: the end. */
  readonly second: Seconds | undefined;
  readonly selected: Output;
  readonly dispatch: Dispatch;
}

/** kubectl's own output, at the end of the run or at the second that was chosen. */
export function Outputs({ run, second, selected, dispatch }: Props) {
  const text = useMemo(() => kubectlText(selected, run, second), [selected, run, second]);
  const labels: Readonly<Record<Output, string>> = { watch: t('Watch'), pods: t('Pods'), events: t('Events'), describe: t('Describe') };
  return (
    <section aria-labelledby="kubectl">
      <h2 id="kubectl">{second === undefined ? t('What kubectl prints at the end') : t('What kubectl prints at {0}', duration(second))}</h2>
      <vscode-tabs
        selected-index={outputs.indexOf(selected)}
        onvsc-tabs-select={({ detail }) => dispatch({ type: 'output-chosen', output: outputs[detail.selectedIndex] ?? selected })}
      >
        {outputs.map((output) => [
          <vscode-tab-header key={`${output} header`} slot="header">
            {labels[output]}
          </vscode-tab-header>,
          <vscode-tab-panel key={output}>
            {output === selected && <Printed output={output} command={kubectlCommand(output, run)} text={text} />}
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
