import { t } from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Calendar } from '../../../server/protocol/requests.ts';
import type { Picture } from '../picture/picture.ts';
import { endedAt } from '../picture/segments.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { CalendarSpan, PageState } from '../state/page-state.ts';
import './calendar.css';
import { clockText, dayWords, runWords, stateWords } from './calendar-words.ts';
import { type Day, daysOf, shareOfDay } from './days.ts';
import { type RunState, type ScheduledRun, scheduledRuns } from './scheduled-runs.ts';

interface Props {
  readonly picture: Picture;
  readonly calendar: Calendar;
  readonly page: Pick<PageState, 'calendar' | 'startAt' | 'selected'>;
  readonly dispatch: Dispatch;
}

const lengths: Readonly<Record<CalendarSpan, number>> = { week: 7, weeks: 35, year: 366 };

/** When a CronJob runs, by its own clock: a run that was watched shows what became of it, and a click goes to it. */
export function CalendarStrip({ picture, calendar, page: { calendar: shown, startAt, selected }, dispatch }: Props) {
  const runs = useMemo(() => scheduledRuns(picture.run, picture.jobs, calendar), [picture, calendar]);
  const days = useMemo(() => daysOf(calendar, runs, lengths[shown]), [calendar, runs, shown]);
  const names: Readonly<Record<CalendarSpan, string>> = { week: t('7 days'), weeks: t('5 weeks'), year: t('a year') };
  const next = runs.find(({ at, state }) => at > picture.run.epoch && state !== 'suspended');
  const choose = (run: ScheduledRun) => {
    const explained = { title: clockText(run.at, calendar.zone), lines: runWords(run, calendar.zone), path: ['spec', 'schedule'] };
    if (run.job === undefined) dispatch({ type: 'explained', explained });
    else dispatch({ type: 'run-chosen', job: run.job, part: aroundRun(picture, run.job), explained });
  };
  return (
    <section class="calendar" aria-labelledby="calendar">
      <div class="heading">
        <h2 id="calendar">{t('Calendar')}</h2>
        <fieldset class="filters" aria-label={t('How much of it')}>
          {(['week', 'weeks', 'year'] as const).map((span) => (
            <button
              key={span}
              type="button"
              class="plain"
              aria-pressed={span === shown}
              onClick={() => dispatch({ type: 'calendar-chosen', calendar: span })}
            >
              {names[span]}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          class="plain"
          aria-pressed={startAt !== undefined}
          onClick={() =>
            dispatch({ type: 'start-chosen', startAt: startAt === undefined ? Math.floor(Date.now() / 1000) * 1000 : undefined })
          }
        >
          {t('From now')}
        </button>
        <span class="quiet">{firstWords(next, runs, picture.run.epoch, calendar.zone)}</span>
      </div>
      {shown === 'week' ? (
        <Week days={days} zone={calendar.zone} selected={selected?.kind === 'Job' ? selected.ordinal : undefined} choose={choose} />
      ) : (
        <Grid days={days} span={shown} />
      )}
      <States runs={runs} />
    </section>
  );
}

interface WeekProps {
  readonly days: readonly Day[];
  readonly zone: string;
  readonly selected: number | undefined;
  readonly choose: (run: ScheduledRun) => void;
}

/** More times in a day than this are told as a number. */
const mostTicks = 96;

/** A line for each day, from midnight to midnight. */
function Week({ days, zone, selected, choose }: WeekProps) {
  const share = useMemo(() => shareOfDay(zone), [zone]);
  return (
    <div class="week">
      <div class="day hours" aria-hidden="true">
        <span />
        <div>
          {['00', '06', '12', '18'].map((hour, at) => (
            <span key={hour} style={{ left: `${at * 25}%` }}>
              {hour}:00
            </span>
          ))}
        </div>
      </div>
      {days.map((day) => (
        <div key={day.date} class={`day${day.clockChange === 0 ? '' : ' changes'}`} title={dayWords(day)}>
          <span class="date">
            {dayName(day.date)}
            {day.clockChange !== 0 && ' ◷'}
          </span>
          <div class="times-of-day" style={{ '--gap': `${leastGap(day.runs.map(({ at }) => share(at))) * 100}%` }}>
            {day.count > mostTicks && !isFull(day) && (
              <span class={isEarly(day, share) ? 'dense late' : 'dense'}>{t('{0} times', day.count)}</span>
            )}
            {day.runs
              .filter((run) => day.count <= mostTicks || run.state !== 'due')
              .map((run) => (
                <button
                  key={run.at}
                  type="button"
                  class={`run-tick ${run.state}${isRemoved(run) ? ' removed' : ''}${run.overlaps ? ' overlaps' : ''}${run.job !== undefined && run.job === selected ? ' chosen' : ''}`}
                  style={{ left: `${share(run.at) * 100}%` }}
                  title={runWords(run, zone).join('\n')}
                  aria-label={`${clockText(run.at, zone)}: ${[stateWords(run.state), ...(isRemoved(run) ? [t('its Job is deleted since')] : [])].join(', ')}`}
                  tabIndex={run.state === 'due' || isFull(day) ? -1 : 0}
                  onClick={() => choose(run)}
                />
              ))}
          </div>
        </div>
      ))}
    </div>
  );
}

/** More is known of its times than one reads number by number, or goes through by a key. */
function isFull({ runs }: Day): boolean {
  return runs.filter(({ state }) => state !== 'due').length > mostTicks;
}

/** The number of its times would stand on what is known of one of them. */
function isEarly({ runs }: Day, share: (at: number) => number): boolean {
  return runs.some(({ at, state }) => state !== 'due' && share(at) < 0.2);
}

/** It came to its end, and then its Job was deleted: the history keeps no more, or its time to live is over. */
function isRemoved({ state, removed }: ScheduledRun): boolean {
  return removed !== undefined && (state === 'complete' || state === 'failed');
}

/** Between two of them that follow each other, from 0 to 1; 1 where there are not two. */
function leastGap(shares: readonly number[]): number {
  return shares.reduce((least, share, at) => Math.min(least, at > 0 ? Math.max(0, share - (shares[at - 1] ?? 0)) : 1), 1);
}

/** A cell for each day: five weeks with numbers, a year with shades. */
function Grid({ days, span }: { readonly days: readonly Day[]; readonly span: 'weeks' | 'year' }) {
  const most = days.reduce((high, { count }) => Math.max(high, count), 1);
  return (
    <ol class={`grid-of-days ${span}`}>
      {days.map((day) => (
        <li
          key={day.date}
          class={`cell ${worstOf(day)}${day.clockChange === 0 ? '' : ' changes'}`}
          style={{ '--share': `${Math.round((day.count / most) * 100)}%` }}
          title={dayWords(day)}
        >
          {span === 'weeks' && (
            <>
              <span class="date">{dayName(day.date)}</span> {day.count > 0 ? day.count : ''}
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** When the first Job is started, or why none is. */
function firstWords(next: ScheduledRun | undefined, runs: readonly ScheduledRun[], now: number, zone: string): string {
  if (next) return t('First at {0} ({1})', clockText(next.at, zone, now), zone);
  return runs.length > 0 ? t('None is started: the CronJob is suspended.') : t('Never due.');
}

/** Only those that the calendar shows. */
function States({ runs }: { readonly runs: readonly ScheduledRun[] }) {
  const states: readonly RunState[] = ['due', 'complete', 'failed', 'running', 'replaced', 'forbidden', 'missed', 'suspended'];
  const present = states.filter((state) => runs.some((run) => run.state === state));
  return (
    <ul class="legend" aria-label={t('Legend of the calendar')}>
      {present.map((state) => (
        <li key={state}>
          <span class={`run-tick ${state}`} aria-hidden="true" /> {stateWords(state)}
        </li>
      ))}
      {runs.some(isRemoved) && (
        <li>
          <span class="run-tick complete removed" aria-hidden="true" /> {t('its Job is deleted since')}
        </li>
      )}
      {runs.some(({ overlaps }) => overlaps) && (
        <li>
          <span class="run-tick complete overlaps" aria-hidden="true" /> {t('began while another ran')}
        </li>
      )}
    </ul>
  );
}

function worstOf({ runs, count }: Day): RunState | 'none' {
  const order: readonly RunState[] = ['failed', 'missed', 'forbidden', 'replaced', 'running', 'complete', 'suspended'];
  return order.find((state) => runs.some((run) => run.state === state)) ?? (count > 0 ? 'due' : 'none');
}

function dayName(date: string): string {
  const format = new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  });
  return format.format(Date.parse(`${date}T00:00:00Z`));
}

/** From a minute before a run to a little after its end. */
function aroundRun({ jobs, end }: Picture, ordinal: number) {
  const job = jobs.find((one) => one.ordinal === ordinal);
  const from = job?.segments[0]?.from ?? 0;
  const over = (job && endedAt(job)) ?? end;
  return { from: Math.max(0, from - 60), to: Math.min(end, over + Math.max(60, (over - from) / 2)) };
}
