import { useEffect, useMemo, useRef } from 'preact/hooks';
import { reasonsOf } from '../../../server/simulator/run/reasons/reasons-of.ts';
import { ticks } from '../axis/axis.ts';
import type { View } from '../axis/view.ts';
import { timeText } from '../axis/wall-clock.ts';
import { fitted, isWhole } from '../axis/zoom.ts';
import { CaretField } from '../governed/governed.ts';
import { post } from '../host/host.ts';
import { MarkRow } from '../marks/mark-row.tsx';
import { marksOf } from '../marks/marks.ts';
import type { Picture } from '../picture/picture.ts';
import { type Row, rowOf, rowsOf } from '../picture/rows.ts';
import { nextFailure } from '../picture/steps.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { Explained, PageState, Selected, Simulated } from '../state/page-state.ts';
import { explain, type Pointed } from './explained/explain.ts';
import { Explanation } from './explained/explanation.tsx';
import { Legend } from './legend.tsx';
import { Lanes, OwnLine } from './lines/lanes.tsx';
import { hasLongName } from './lines/line-names.ts';
import { activeRow, chosenBy, closeUp } from './lines/row-chosen.ts';
import { useVisibleRows } from './lines/visible-rows.ts';
import { Overlay } from './time/overlay.tsx';
import { Overview } from './time/overview.tsx';
import { TimeAxis } from './time/time-axis.tsx';
import { TimeScroll } from './time/time-scroll.tsx';
import { laneStep, viewAfterKey } from './timeline-keys.ts';
import { useWheel, viewAfterWheel } from './timeline-wheel.ts';
import { Tools } from './tools/tools.tsx';
import './timeline.css';

interface Props {
  readonly picture: Picture;
  readonly result: Simulated;
  readonly page: Pick<PageState, 'second' | 'part' | 'selected' | 'toggled' | 'filter' | 'scrolled' | 'explained' | 'caret'>;
  readonly dispatch: Dispatch;
}

/** The Job and its pods on one time axis, of which a part can be looked at closely. */
export function Timeline({ picture, result, page, dispatch }: Props) {
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
  const reasons = useMemo(() => reasonsOf(run, result.reasons), [run, result.reasons]);
  const { clock } = picture;
  const marks = useMemo(() => ticks(view, width, (t, step) => timeText(t, clock, step)), [view, width, clock]);
  const drawn = range(rows.length);
  const active = activeRow(rows, selected);

  const point = (chosen: Selected, pointed: Pointed) => {
    const words = explain(pointed, chosen, picture, reasons);
    dispatch({ type: 'object-chosen', selected: chosen, ...(words ? { explained: words } : {}) });
  };
  const say = (words: Explained) => dispatch({ type: 'explained', explained: words });
  const open = (row: Row) => show(closeUp(row, picture));
  const toggle = (row: Row) => dispatch({ type: 'line-toggled', key: row.key });
  const shown = { picture, view, width, selected, acts: { point, explain: say, toggle, open } };
  const chooseRow = (at: number) => {
    const row = rows[at];
    if (row) point(chosenBy(row), { kind: 'line' });
    reveal(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const row = rows[active];
    const step = laneStep(event.key, Math.max(1, drawn.last - drawn.first - 2), rows.length);
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

  const classes = [
    ...(rows.some((row) => hasLongName(picture, row)) ? ['long-names'] : []),
    ...(isCronJob ? ['scheduled'] : []),
    ...(clock?.hasYears ? ['years'] : []),
    ...(part ? ['part'] : []),
  ];
  const happenings = useMemo(() => marksOf(run, result.actions, result.refusals), [run, result]);
  const whole = useMemo(
    () => <Overview picture={picture} view={view} isPart={!isWhole(view, end)} onView={show} width={width} />,
    [picture, view, width],
  );
  // What is chosen from now on is brought into sight; what was chosen before a reload stays where it was scrolled to.
  const shownFirst = useRef(selected);
  useEffect(() => {
    if (selected?.kind === 'Pod' && selected !== shownFirst.current) reveal(rowOf(rows, selected.ordinal) ?? 0);
  }, [selected]);

  return (
    <section aria-labelledby="timeline" class={['timeline', ...classes].join(' ')} data-from={view.from} data-to={view.to}>
      <Tools picture={picture} view={view} second={second} filter={filter} onView={show} goToFailure={goToFailure} dispatch={dispatch} />
      {whole}
      <CaretField.Provider value={caret}>
        <div class={`stage${picture.limits.length > 0 ? ' limited' : ''}`}>
          <TimeAxis
            view={view}
            marks={marks}
            clock={clock}
            second={second}
            isEnd={page.second === undefined || page.second >= finish}
            choose={(chosen) => dispatch({ type: 'second-chosen', second: chosen < finish ? chosen : undefined })}
          />
          <MarkRow marks={happenings} picture={picture} view={view} dispatch={dispatch} />
          <OwnLine {...shown} />
          <Lanes box={box} rows={rows} drawn={drawn} active={active} onScroll={onScroll} onKeyDown={onKeyDown} {...shown} />
          <Overlay picture={picture} view={view} happenings={happenings} marks={marks} second={second} dispatch={dispatch} />
        </div>
      </CaretField.Provider>
      {!isWhole(view, end) && <TimeScroll view={view} end={end} onView={show} />}
      <Explanation picture={picture} explained={explained} selected={selected} onReveal={(path) => post({ type: 'reveal-field', path })} />
      <Legend picture={picture} />
    </section>
  );
}
