import { t } from '@vscode/l10n';
import { toldUntil } from '../../server/simulator/run/at.ts';
import { Notice, NotSimulated } from './headline/not-simulated.tsx';
import { StaleLine } from './headline/stale-line.tsx';
import { Title } from './headline/title.tsx';
import { Words } from './host/words.tsx';
import { Outputs } from './outputs/outputs.tsx';
import { Reasons } from './reasons.tsx';
import type { Dispatch } from './state/page-action.ts';
import type { Drawn, PageState } from './state/page-state.ts';
import { duration } from './timeline/axis.ts';
import { drawnState } from './timeline/pod-states.ts';
import { Sign } from './timeline/sign.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { Assumptions } from './what-if/assumptions.tsx';
import { Changes } from './what-if/changes.tsx';
import { Compared } from './what-if/compared.tsx';
import { WhatIf } from './what-if/what-if.tsx';

interface Props {
  readonly page: PageState;
  readonly dispatch: Dispatch;
}

/** The page: the last run that could be simulated, and whether it is that of the text as it is now. */
export function App({ page, dispatch }: Props) {
  const { drawn, now } = page;
  return (
    <>
      {now.status === 'simulating' && <div class="progress" role="progressbar" aria-label={t('Simulating …')} />}
      {drawn ? <Simulated drawn={drawn} page={page} dispatch={dispatch} /> : <WithoutRun now={now} />}
    </>
  );
}

/** Nothing could be simulated so far. */
function WithoutRun({ now }: Pick<PageState, 'now'>) {
  switch (now.status) {
    case 'current':
    case 'simulating':
      return <p class="quiet waiting-for-run">{t('Simulating …')}</p>;
    case 'broken':
      return <Notice title={t('The simulation could not run')} text={now.text} />;
    case 'not-simulated':
      return <NotSimulated {...now} />;
  }
}

function Simulated({ drawn, page, dispatch }: Props & { readonly drawn: Drawn }) {
  const { kind, name, run, outcome, assumptions, reasons } = drawn.result;
  const { now, second, output } = page;
  const isCurrent = now.status === 'current';
  return (
    <main class={isCurrent || now.status === 'simulating' ? undefined : 'stale'}>
      <Title kind={kind} name={name} files={drawn.files} />
      <StaleLine now={now} />
      <p class="outcome run" role="status">
        <Sign state={isCurrent ? drawnState(run.summary.outcome) : 'waiting'} />
        <span>
          <Words text={outcome} />
        </span>
        <Compared page={page} dispatch={dispatch} />
      </p>
      <div class="run">
        {run.stoppedEarly && <p class="quiet">{t('There was more to come: the run was cut off after very many changes.')}</p>}
        {run.told < run.end && (
          <p class="quiet">{t('Only the first {0} are shown: all of it is too much to draw.', duration(toldUntil(run)))}</p>
        )}
        <WhatIf drawn={drawn} history={page.history} dispatch={dispatch} />
        <Changes drawn={drawn} page={page} dispatch={dispatch}>
          <Timeline key={`${kind} ${name}`} run={run} page={page} dispatch={dispatch} />
        </Changes>
        <Reasons reasons={reasons} />
        <Outputs run={run} second={second} selected={output} dispatch={dispatch} />
        <Assumptions assumed={assumptions} />
      </div>
    </main>
  );
}
