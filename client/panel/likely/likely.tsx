import { t } from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import { duration } from '../axis/axis.ts';
import { withEdit } from '../history/history.ts';
import { Words } from '../host/words.tsx';
import type { Dispatch } from '../state/page-action.ts';
import type { KnownLikelihood, PageState } from '../state/page-state.ts';
import { Control } from '../what-if/control.tsx';
import { percent } from '../what-if/edit-words.ts';
import { failureRates, placeOf } from '../what-if/scales.ts';
import { binsOf, countBinsOf } from './bins.ts';
import { Histogram } from './histogram.tsx';
import './likely.css';

interface Props {
  readonly page: Pick<PageState, 'failureRate' | 'likely' | 'history'>;
  readonly dispatch: Dispatch;
}

type RunInNumbers = KnownLikelihood['runs'][number];

/** How the object comes out by chance: a sentence, and how durations and pods spread; a bar opens one of its runs. */
export function Likely({ page, dispatch }: Props) {
  const { failureRate, history } = page;
  const likely = page.likely?.status === 'known' ? page.likely : undefined;
  if (page.likely?.status === 'unknown')
    return page.likely.sentence === '' ? null : (
      <p class="likely quiet">
        <Words text={page.likely.sentence} />
      </p>
    );
  const open = (run: RunInNumbers, rate: number) => {
    const failing = withEdit(history, { kind: 'failure-rate', share: rate });
    dispatch({ type: 'history-changed', history: withEdit(failing, { kind: 'seed', seed: run.seed }), goesOn: false });
  };
  return (
    <details class="likely">
      <summary>
        <span role="status">{likely?.sentence ?? t('How likely is it? …')}</span>
      </summary>
      <div class="controls">
        <Control
          name="likely"
          label={t('If so many container runs fail')}
          places={failureRates.length}
          place={placeOf(failureRate, failureRates)}
          value={`${percent(failureRate)} %`}
          isAssumed={false}
          onPlace={(place) => dispatch({ type: 'likelihood-asked', failureRate: failureRates[place] ?? failureRate })}
        />
        {likely && <Spread likely={likely} onOpen={(run) => open(run, likely.failureRate)} />}
      </div>
    </details>
  );
}

function Spread({ likely, onOpen }: { readonly likely: KnownLikelihood; readonly onOpen: (run: RunInNumbers) => void }) {
  const ended = useMemo(() => likely.runs.flatMap((run) => (run.duration === null ? [] : { run, seconds: run.duration })), [likely]);
  const durations = useMemo(() => binsOf(ended, ({ seconds }) => seconds, 24), [ended]);
  const pods = useMemo(() => countBinsOf(likely.runs, ({ podsCreated }) => podsCreated, 24), [likely]);
  return (
    <>
      <Histogram
        label={t('Duration')}
        bins={durations.map(({ from, to, runs }) => ({ from, to, runs: runs.map(({ run }) => run) }))}
        words={({ from, to }) => (from === to ? duration(from) : `${duration(from)} – ${duration(to)}`)}
        onOpen={onOpen}
      />
      <Histogram label={t('Pods')} bins={pods} words={({ from, to }) => (from === to ? `${from}` : `${from} – ${to}`)} onOpen={onOpen} />
    </>
  );
}
