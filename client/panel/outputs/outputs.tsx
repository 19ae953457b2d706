import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { jobName, podName, readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { whenText } from '../axis/wall-clock.ts';
import { post } from '../host/host.ts';
import type { Output } from '../host/messages.ts';
import type { Picture } from '../picture/picture.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { PageState, Selected } from '../state/page-state.ts';
import { kubectlCommand } from './kubectl-commands.ts';
import { kubectlText } from './kubectl-text.ts';
import { LongText } from './long-text.tsx';
import { objectsByName } from './objects-in-text.ts';
import './objects.css';
import { Tabs } from './tabs.tsx';
import { useRested } from './use-rested.ts';

interface Props {
  readonly picture: Picture;
  readonly page: Pick<PageState, 'second' | 'output' | 'selected'>;
  readonly dispatch: Dispatch;
}

/** In milliseconds: a text that takes longer follows the playhead where that rests, so that it moves smoothly meanwhile. */
const mostOfFrame = 8;

/** kubectl's own output, at the end of what is drawn or at the second that was chosen. */
export function Outputs({ picture: { run, finish, clock }, page: { second, output: selected, selected: chosen }, dispatch }: Props) {
  // In milliseconds, how long the last text took.
  const took = useRef(0);
  const at = useRested(Math.min(second ?? finish, finish), run, took.current > mostOfFrame);
  const pod = chosen?.kind === 'Pod' ? podName(readRun(run), chosen.ordinal) : undefined;
  const objects = useMemo(() => objectsByName(run), [run]);
  const choose = (object: Selected) => dispatch({ type: 'object-chosen', selected: object });
  const text = useMemo(() => {
    const began = performance.now();
    const made = kubectlText(selected, run, at, pod);
    took.current = performance.now() - began;
    return made;
  }, [selected, run, at, pod]);
  const labels: Readonly<Record<Output, string>> = {
    watch: t('Watch'),
    pods: t('Pods'),
    events: t('Events'),
    describe: t('Describe'),
    wide: t('Pods, wide'),
    'describe-pod': pod === undefined ? t('Describe pods') : t('Describe pod'),
  };
  const isEnd = at >= finish;
  return (
    <section class="dock run" aria-labelledby="kubectl">
      <h2 id="kubectl">{isEnd ? t('What kubectl prints at the end') : t('What kubectl prints at {0}', whenText(at, clock))}</h2>
      <Tabs names={labels} selected={selected} onSelect={(output) => dispatch({ type: 'output-chosen', output })} label={t('Output')} />
      <div id="output" class="printed" role="tabpanel" aria-labelledby={`tab-${selected}`}>
        <Printed output={selected} command={kubectlCommand(selected, run, pod)} text={text}>
          {(printed, label) => <LongText text={printed} label={label} objects={objects} chosen={nameOf(run, chosen)} onChoose={choose} />}
        </Printed>
      </div>
    </section>
  );
}

/** Of the Job or pod that is chosen by hand. */
function nameOf(run: Run, chosen: Selected | undefined): string | undefined {
  if (chosen === undefined || chosen.kind === 'Group') return undefined;
  return chosen.kind === 'Pod' ? podName(readRun(run), chosen.ordinal) : jobName(readRun(run), chosen.ordinal);
}

interface PrintedProps {
  readonly output: Output;
  readonly command: string;
  readonly text: string;
  readonly children: (text: string, label: string) => ComponentChildren;
}

function Printed({ output, command, text, children }: PrintedProps) {
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
      {children(text.trim() === '' ? t('Nothing.') : text, command)}
    </>
  );
}
