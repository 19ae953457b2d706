import { t } from '@vscode/l10n';
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
import { linesOf, linesPrinter } from './kubectl-lines.ts';
import { kubectlText } from './kubectl-text.ts';
import { LongText } from './long-text.tsx';
import { objectsNamedIn } from './objects-in-text.ts';
import './objects.css';
import { Tabs } from './tabs.tsx';
import { useRested } from './use-rested.ts';

interface Props {
  readonly picture: Picture;
  readonly page: Pick<PageState, 'second' | 'output' | 'selected'>;
  readonly dispatch: Dispatch;
}

/** In milliseconds: what that takes longer follows the playhead where that rests, so that it moves smoothly meanwhile. */
const mostOfFrame = 8;

/** kubectl's own output, at the end of what is drawn or at the second that was chosen. */
export function Outputs({ picture: { run, finish, clock }, page: { second, output: selected, selected: chosen }, dispatch }: Props) {
  // In milliseconds, how long the last text took.
  const took = useRef(0);
  const at = useRested(Math.min(second ?? finish, finish), run, took.current > mostOfFrame);
  const pod = chosen?.kind === 'Pod' ? podName(readRun(run), chosen.ordinal) : undefined;
  const objectNamed = useMemo(() => objectsNamedIn(run), [run]);
  const print = useMemo(() => linesPrinter(run), [run]);
  const lines = useMemo(() => {
    const began = performance.now();
    const made = print(selected, at, pod);
    took.current = performance.now() - began;
    return made.count > 0 ? made : linesOf(t('Nothing.'));
  }, [print, selected, at, pod]);
  const command = kubectlCommand(selected, run, pod);
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
        <Command command={command} output={selected} text={() => kubectlText(selected, run, at, pod)} />
        <LongText
          lines={lines}
          label={command}
          grows={selected === 'watch'}
          objectNamed={objectNamed}
          chosen={nameOf(run, chosen)}
          onChoose={(object) => dispatch({ type: 'object-chosen', selected: object })}
        />
      </div>
    </section>
  );
}

/** Of the Job or pod that is chosen by hand. */
function nameOf(run: Run, chosen: Selected | undefined): string | undefined {
  if (chosen === undefined || chosen.kind === 'Group') return undefined;
  return chosen.kind === 'Pod' ? podName(readRun(run), chosen.ordinal) : jobName(readRun(run), chosen.ordinal);
}

interface CommandProps {
  readonly command: string;
  readonly output: Output;
  /** All that it prints. */
  readonly text: () => string;
}

function Command({ command, output, text }: CommandProps) {
  return (
    <div class="command">
      <code>
        <span aria-hidden="true">$ </span>
        {command}
      </code>
      <button type="button" onClick={() => post({ type: 'copy', text: text() })}>
        {t('Copy')}
      </button>
      <button type="button" onClick={() => post({ type: 'open', output, text: text() })}>
        {t('Open')}
      </button>
    </div>
  );
}
