import { t } from '@vscode/l10n';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { toldUntil } from '../../server/simulator/run/at.ts';
import { reasonsOf } from '../../server/simulator/run/reasons/reasons-of.ts';
import { drawnState } from '../../server/simulator/timeline/drawn-state.ts';
import { duration } from './axis/axis.ts';
import { CalendarStrip } from './calendar/calendar-strip.tsx';
import { ghostOf } from './ghost/ghost.ts';
import { ComparedGhost } from './ghost/ghost-bars.tsx';
import { Notice, NotSimulated } from './headline/not-simulated.tsx';
import { StaleLine } from './headline/stale-line.tsx';
import { Title } from './headline/title.tsx';
import { Words } from './host/words.tsx';
import { isByChance } from './likely/is-by-chance.ts';
import { Likely } from './likely/likely.tsx';
import { Outputs } from './outputs/outputs.tsx';
import { Reasons } from './reasons.tsx';
import { TakeAlong } from './report/take-along.tsx';
import type { Dispatch } from './state/page-action.ts';
import type { Drawn, PageState } from './state/page-state.ts';
import { RunTable } from './table/run-table.tsx';
import { Sign } from './timeline/signs/sign.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { Assumptions } from './what-if/assumptions.tsx';
import { Changes } from './what-if/changes.tsx';
import { Compared, comparedWith } from './what-if/compared.tsx';
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

/** The picture above, kubectl's output docked below: each scrolls by itself, so both are seen while the playhead moves. */
function Simulated({ drawn, page, dispatch }: Props & { readonly drawn: Drawn }) {
  const { picture } = drawn;
  const { run, calendar } = drawn.result;
  const reasons = useMemo(() => reasonsOf(run, drawn.result.reasons), [run, drawn.result.reasons]);
  const other = comparedWith(page)?.picture;
  const ghost = useMemo(() => other && ghostOf(other), [other]);
  // What happened in a cluster is not changed by hand.
  const isRecord = drawn.target.explain === true;
  const timeline = <Timeline picture={picture} result={drawn.result} page={page} dispatch={dispatch} />;
  // The rest stays as it is while the playhead moves: what it was made of says when it is made anew.
  const { history, likely, failureRate, calendar: span, startAt, selected } = page;
  const likelihood = useMemo(() => <Likely page={page} dispatch={dispatch} />, [drawn, likely, failureRate, history]);
  const strip = useMemo(
    () => calendar && <CalendarStrip picture={picture} calendar={calendar} page={page} dispatch={dispatch} />,
    [picture, calendar, span, startAt, selected],
  );
  const below = useMemo(
    () => (
      <>
        <RunTable picture={picture} result={drawn.result} reasons={reasons} />
        {!isRecord && <WhatIf drawn={drawn} clock={picture.clock} history={history} dispatch={dispatch} />}
        <p class="quiet">{drawn.result.worst.join(' ')}</p>
        <Reasons reasons={reasons} clock={picture.clock} dispatch={dispatch} />
        <Assumptions assumed={drawn.result.assumptions} />
      </>
    ),
    [drawn, history, reasons, picture],
  );
  const isStale = page.now.status !== 'current' && page.now.status !== 'simulating';
  const upper = useRef<HTMLElement>(null);
  useLayoutEffect(() => upper.current?.scrollTo(0, page.pageScrolled), []);
  return (
    <div class={isStale ? 'page stale' : 'page'}>
      <main
        class="upper"
        ref={upper}
        onScrollEnd={({ target, currentTarget }) =>
          target === currentTarget && dispatch({ type: 'page-scrolled', pageScrolled: currentTarget.scrollTop })
        }
      >
        <Headline drawn={drawn} page={page} dispatch={dispatch} />
        <div class="run">
          {isByChance(drawn) && likelihood}
          {strip}
          {isRecord ? (
            timeline
          ) : (
            <Changes drawn={drawn} clock={picture.clock} page={page} dispatch={dispatch}>
              <ComparedGhost.Provider value={ghost}>{timeline}</ComparedGhost.Provider>
            </Changes>
          )}
          {below}
          <TakeAlong drawn={drawn} clock={picture.clock} page={page} />
        </div>
      </main>
      <Outputs picture={picture} page={page} dispatch={dispatch} />
    </div>
  );
}

/** What the run is of, how it ends, and whether it is that of the text. */
function Headline({ drawn, page, dispatch }: Props & { readonly drawn: Drawn }) {
  const { now } = page;
  const { kind, name, run, outcome } = drawn.result;
  return (
    <>
      <Title kind={kind} name={name} files={drawn.files} />
      <StaleLine now={now} />
      <p class="outcome run" role="status">
        <Sign state={now.status === 'current' ? drawnState(run.summary.outcome) : 'waiting'} />
        <span>
          <Words text={outcome} />
        </span>
        {!drawn.target.explain && <Compared page={page} dispatch={dispatch} />}
      </p>
      {run.told < run.end && (
        <p class="quiet">{t('Only the first {0} are shown: all of it is too much to draw.', duration(toldUntil(run)))}</p>
      )}
    </>
  );
}
