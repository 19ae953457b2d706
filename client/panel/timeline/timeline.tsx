import { t } from '@vscode/l10n';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { causesBehind } from '../../../server/simulator/run/field-behind.ts';
import { ticks } from '../axis/axis.ts';
import { timeText } from '../axis/wall-clock.ts';
import { around, fitted, isWhole } from '../axis/zoom.ts';
import { post } from '../host/host.ts';
import { MarkRow } from '../marks/mark-row.tsx';
import { marksOf } from '../marks/marks.ts';
import type { Picture } from '../picture/picture.ts';
import { type Row, rowOf, rowsOf } from '../picture/rows.ts';
import { nextFailure } from '../picture/steps.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { PageState, Selected, Simulated, View } from '../state/page-state.ts';
import { explain, type Pointed } from './explain.ts';
import { Explanation } from './explanation.tsx';
import { Legend } from './legend.tsx';
import { type LineProps, LineRow } from './line-row.tsx';
import { Overlay } from './overlay.tsx';
import { Overview } from './overview.tsx';
import { TimeAxis } from './time-axis.tsx';
import { TimeScroll } from './time-scroll.tsx';
import { laneStep, viewAfterKey } from './timeline-keys.ts';
import { useWheel, viewAfterWheel } from './timeline-wheel.ts';
import { Tools } from './tools.tsx';
import { rowHeight, useVisibleRows } from './visible-rows.ts';
import './timeline.css';

interface Props {
  readonly picture: Picture;
  readonly result: Simulated;
  readonly page: Pick<PageState, 'second' | 'part' | 'selected' | 'toggled' | 'filter' | 'scrolled' | 'explained' | 'caret'>;
  readonly dispatch: Dispatch;
}

/** The Job and its pods on one time axis, of which a part can be looked at closely. */
export function Timeline({ picture, result, page, dispatch }: Props) {
  const { reasons } = result;
  const { part, selected, toggled, filter, explained, caret } = page;
  const { run, lives, places, jobs, end, finish, opening } = picture;
  const second = Math.min(page.second ?? finish, finish);
  const isCronJob = run.kind === 'CronJob';
  const { box, range, width, onScroll, reveal } = useVisibleRows(page.scrolled, (scrolled) =>
    dispatch({ type: 'lanes-scrolled', scrolled }),
  );
  const view = useMemo(() => (part ? fitted(part, end) : opening), [part, end, opening]);
  const show = (next: View) => dispatch({ type: 'part-chosen', part: isWhole(next, end) && !isCronJob ? undefined : next });
  const playhead = filter === 'running' ? second : 0;
  const rows = useMemo(
    () => rowsOf(jobs, places, lives, isCronJob, { filter, second: playhead, toggled }),
    [jobs, places, lives, isCronJob, filter, playhead, toggled],
  );
  const { clock } = picture;
  const marks = useMemo(() => ticks(view, width, (t, step) => timeText(t, clock, step)), [view, width, clock]);
  const { first, last } = range(rows.length);
  const active = activeRow(rows, selected);

  const point = (chosen: Selected, pointed: Pointed) => {
    const words = explain(pointed, chosen, picture, reasons);
    dispatch({ type: 'object-chosen', selected: chosen, ...(words ? { explained: words } : {}) });
  };
  const latest = useRef(point);
  latest.current = point;
  const open = (row: Row) => show(closeUp(row, picture));
  const openLatest = useRef(open);
  openLatest.current = open;
  const toggle = (row: Row) => dispatch({ type: 'line-toggled', key: row.key });
  const chooseRow = (at: number) => {
    const row = rows[at];
    if (row) point(chosenBy(row), { kind: 'line' });
    reveal(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const row = rows[active];
    const step = laneStep(event.key, Math.max(1, last - first - 2), rows.length);
    const next = viewAfterKey(event.key, view, end);
    if (step !== undefined) chooseRow(Math.max(0, Math.min(rows.length - 1, active + step)));
    else if (event.key === 'Enter' && row) enter(row);
    else if (event.key === 'n') goToFailure();
    else if (next) show(next);
    else return;
    event.preventDefault();
  };
  const enter = (row: Row) => (row.kind !== 'place' && row.fold !== 'fixed' ? toggle(row) : open(row));
  useWheel(box, (event) => {
    const track = box.current?.querySelector('.track')?.getBoundingClientRect();
    const next = track && viewAfterWheel(event, track, view, end, part !== undefined);
    if (next) show(next);
    return next !== undefined;
  });
  const goToFailure = () => {
    const failure = nextFailure(lives, second);
    if (!failure) return;
    dispatch({ type: 'second-chosen', second: failure.t < finish ? failure.t : undefined });
    dispatch({ type: 'object-chosen', selected: { kind: 'Pod', ordinal: failure.pod } });
    reveal(rowOf(rows, failure.pod) ?? 0);
  };

  const line: Omit<LineProps, 'row' | 'onToggle' | 'onOpen'> = {
    picture,
    view,
    width,
    selected,
    onPoint: (...args) => latest.current(...args),
  };
  const lines = useMemo(
    () =>
      rows
        .slice(first, last)
        .map((row, at) => (
          <LineRow
            key={row.key}
            {...line}
            row={row}
            at={first + at}
            count={rows.length}
            isActive={first + at === active}
            onToggle={() => toggle(row)}
            onOpen={() => openLatest.current(row)}
          />
        )),
    [picture, rows, first, last, view, width, active, selected],
  );
  const happenings = useMemo(() => marksOf(run, result.actions, result.refusals), [run, result]);
  const governed = caret ? causesBehind(run, caret).map((cause) => `governs-${cause}`) : [];
  const own = jobs[0];
  const jobLine = useMemo(() => {
    if (isCronJob || !own) return null;
    const row: Row = { kind: 'job', key: 'job 0', job: own, fold: 'fixed' };
    const isActive = selected === undefined || selected.kind === 'Job';
    return (
      <div class="own-line" role="listbox" aria-label={t('Job')} tabIndex={-1}>
        <LineRow
          {...line}
          row={row}
          at={undefined}
          count={1}
          isActive={isActive}
          onToggle={() => undefined}
          onOpen={() => openLatest.current(row)}
        />
      </div>
    );
  }, [picture, view, width, selected]);
  const whole = useMemo(
    () => <Overview picture={picture} view={view} isPart={!isWhole(view, end)} onView={show} width={width} />,
    [picture, view, width],
  );
  useEffect(() => {
    if (selected?.kind === 'Pod') reveal(rowOf(rows, selected.ordinal) ?? 0);
  }, [selected]);

  return (
    <section
      aria-labelledby="timeline"
      class={['timeline', ...(isCronJob ? ['scheduled'] : []), ...(part ? ['part'] : []), ...governed].join(' ')}
      data-from={view.from}
      data-to={view.to}
    >
      <Tools picture={picture} view={view} second={second} filter={filter} onView={show} goToFailure={goToFailure} dispatch={dispatch} />
      {whole}
      <div class={`stage${picture.limits.length > 0 ? ' limited' : ''}`}>
        <TimeAxis
          view={view}
          marks={marks}
          clock={clock}
          second={second}
          isEnd={page.second === undefined || page.second >= finish}
          choose={(chosen) => dispatch({ type: 'second-chosen', second: chosen < finish ? chosen : undefined })}
        />
        <MarkRow marks={happenings} view={view} dispatch={dispatch} />
        {jobLine}
        <div class="lanes" ref={box} onScroll={onScroll}>
          <div
            class="rows"
            role="listbox"
            tabIndex={0}
            aria-label={t('The Job and its pods over time')}
            aria-activedescendant={rows.length > 0 ? `line-${active}` : undefined}
            onKeyDown={onKeyDown}
            style={{ height: `${rows.length * rowHeight}px` }}
          >
            {lines}
            <div class="track" />
          </div>
          {rows.length === 0 && <p class="quiet empty">{t('Nothing to show: no pod is like that.')}</p>}
        </div>
        <Overlay picture={picture} view={view} happenings={happenings} marks={marks} second={second} dispatch={dispatch} />
      </div>
      {!isWhole(view, end) && <TimeScroll view={view} end={end} onView={show} />}
      <Explanation picture={picture} explained={explained} selected={selected} onReveal={(path) => post({ type: 'reveal-field', path })} />
      <Legend picture={picture} />
    </section>
  );
}

function activeRow(rows: readonly Row[], selected: Selected | undefined): number {
  if (selected?.kind === 'Pod') return rowOf(rows, selected.ordinal) ?? 0;
  const isIt = (row: Row) =>
    (selected?.kind === 'Group' && row.kind === 'group' && row.first === selected.ordinal) ||
    (selected?.kind === 'Job' && row.kind === 'job' && row.job.ordinal === selected.ordinal);
  return Math.max(0, rows.findIndex(isIt));
}

function chosenBy(row: Row): Selected {
  switch (row.kind) {
    case 'job':
      return { kind: 'Job', ordinal: row.job.ordinal };
    case 'group':
      return { kind: 'Group', ordinal: row.first };
    case 'place':
      return { kind: 'Pod', ordinal: row.place.pods[0] ?? 0 };
  }
}

/** From the first change of a line to its last. */
function closeUp(row: Row, { lives, end }: Picture): View {
  if (row.kind === 'job') {
    const { segments, deleted } = row.job;
    const last = segments.at(-1);
    return around(segments[0]?.from ?? 0, deleted ?? (last?.last ? last.from : last?.to) ?? end, end);
  }
  const pods = row.kind === 'place' ? row.place.pods : row.places.flatMap((place) => place.pods);
  const from = pods.reduce((least, pod) => Math.min(least, lives.created[pod] ?? 0), end);
  const to = pods.reduce((most, pod) => Math.max(most, Math.min(end, lives.ended[pod] ?? end)), 0);
  return around(from, to, end);
}
