import { t } from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import { podName, readRun } from '../../../server/simulator/run/read-run.ts';
import { duration } from '../axis/axis.ts';
import { post } from '../host/host.ts';
import type { Output } from '../host/messages.ts';
import type { Picture } from '../picture/picture.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { PageState } from '../state/page-state.ts';
import { kubectlCommand } from './kubectl-commands.ts';
import { kubectlText } from './kubectl-text.ts';
import { LongText } from './long-text.tsx';
import { Tabs } from './tabs.tsx';

interface Props {
  readonly picture: Picture;
  readonly page: Pick<PageState, 'second' | 'output' | 'selected'>;
  readonly dispatch: Dispatch;
}

/** kubectl's own output, at the end of what is drawn or at the second that was chosen. */
export function Outputs({ picture: { run, finish }, page: { second, output: selected, selected: chosen }, dispatch }: Props) {
  const at = Math.min(second ?? finish, finish);
  const pod = chosen?.kind === 'Pod' ? podName(readRun(run), chosen.ordinal) : undefined;
  const text = useMemo(() => kubectlText(selected, run, at, pod), [selected, run, at, pod]);
  const labels: Readonly<Record<Output, string>> = {
    watch: t('Watch'),
    pods: t('Pods'),
    events: t('Events'),
    describe: t('Describe'),
    wide: t('Pods, wide'),
    'describe-pod': pod === undefined ? t('Describe pods') : t('Describe pod'),
  };
  const isEnd = second === undefined || second >= finish;
  return (
    <section class="dock run" aria-labelledby="kubectl">
      <h2 id="kubectl">{isEnd ? t('What kubectl prints at the end') : t('What kubectl prints at {0}', duration(at))}</h2>
      <Tabs names={labels} selected={selected} onSelect={(output) => dispatch({ type: 'output-chosen', output })} label={t('Output')} />
      <div id="output" class="printed" role="tabpanel" aria-labelledby={`tab-${selected}`}>
        <Printed output={selected} command={kubectlCommand(selected, run, pod)} text={text} />
      </div>
    </section>
  );
}

function Printed({ output, command, text }: { readonly output: Output; readonly command: string; readonly text: string }) {
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
      <LongText text={text.trim() === '' ? t('Nothing.') : text} label={command} />
    </>
  );
}
