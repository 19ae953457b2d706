import { t } from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { PageState, View } from '../state/page-state.ts';
import { ticks } from './axis.ts';
import { LaneDetails } from './lane-details.tsx';
import { LaneRow } from './lane-row.tsx';
import { endOf, type Lane, lanesOf, rowsOf } from './lanes.ts';
import { Legend } from './legend.tsx';
import { TimeAxis } from './time-axis.tsx';
import { TimeScroll } from './time-scroll.tsx';
import { laneStep, viewAfterKey } from './timeline-keys.ts';
import { useWheel, viewAfterWheel } from './timeline-wheel.ts';
import { rowHeight, useVisibleRows } from './visible-rows.ts';
import { around, fitted, isWhole, span, wholeRun } from './zoom.ts';
import { ZoomBar } from './zoom-bar.tsx';
import './timeline.css';

/** In pixels, right of the last change. */
const roomForNames = 96;

interface Props {
  readonly run: Run;
  readonly page: Pick<PageState, 'second' | 'part' | 'selected'>;
  readonly dispatch: Dispatch;
}

/** The Job and its pods on one time axis, of which a part can be looked at closely. */
export function Timeline({ run, page: { second, part, selected: chosen }, dispatch }: Props) {
  const rows = useMemo(() => rowsOf(run), [run]);
  const { box, range, width, onScroll, reveal } = useVisibleRows();
  const end = endOf(rows, Math.min(0.4, roomForNames / width));
  const lanes = useMemo(() => lanesOf(rows, end), [rows, end]);
  const selected = Math.max(
    0,
    lanes.findIndex(({ kind, ordinal }) => kind === chosen?.kind && ordinal === chosen.ordinal),
  );
  const lane = lanes[selected];
  const { first, last } = range(lanes.length);
  const view = part ? fitted(part, end) : wholeRun(end);
  const show = (next: View) => dispatch({ type: 'part-chosen', part: isWhole(next, end) ? undefined : next });
  const marks = ticks(view, width);
  const label = useMemo(() => labelWidth(lanes), [lanes]);

  const choose = (one: Lane | undefined) => {
    if (one) dispatch({ type: 'object-chosen', selected: { kind: one.kind, ordinal: one.ordinal } });
  };
  const chooseLane = (at: number) => {
    choose(lanes[at]);
    reveal(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const step = laneStep(event.key, Math.max(1, last - first - 2), lanes.length);
    const next = event.key === 'Enter' && lane ? closeUp(lane, end) : viewAfterKey(event.key, view, end);
    if (step !== undefined) chooseLane(Math.max(0, Math.min(lanes.length - 1, selected + step)));
    else if (next) show(next);
    else return;
    event.preventDefault();
  };
  useWheel(box, (event) => {
    const track = box.current?.querySelector('.track')?.getBoundingClientRect();
    const next = track && viewAfterWheel(event, track, view, end, part !== undefined);
    if (next) show(next);
    return next !== undefined;
  });

  return (
    <section
      aria-labelledby="timeline"
      class={part ? 'part' : undefined}
      style={{ '--label': label }}
      data-from={view.from}
      data-to={view.to}
    >
      <div class="heading">
        <h2 id="timeline">{t('Timeline')}</h2>
        <ZoomBar view={view} end={end} onView={show} />
      </div>
      <TimeAxis
        view={view}
        end={end}
        marks={marks}
        second={second}
        choose={(t) => dispatch({ type: 'second-chosen', second: t < end ? t : undefined })}
      />
      <div class="lanes" ref={box} onScroll={onScroll}>
        <div
          class="rows"
          role="listbox"
          tabIndex={0}
          aria-label={t('The Job and its pods over time')}
          aria-activedescendant={`lane-${selected}`}
          onKeyDown={onKeyDown}
          style={{ height: `${lanes.length * rowHeight}px` }}
        >
          {lanes.slice(first, last).map((one, at) => (
            <LaneRow
              key={one.key}
              lane={one}
              view={view}
              at={first + at}
              count={lanes.length}
              selected={first + at === selected}
              onSelect={() => choose(one)}
              onOpen={() => show(closeUp(one, end))}
            />
          ))}
          <div class="track">
            {marks.map(({ t: mark, left }) => (
              <span key={mark} class="grid" style={{ left: `${left}%` }} />
            ))}
            {second !== undefined && second >= view.from && second <= view.to && (
              <span class="now" style={{ left: `${((second - view.from) / span(view)) * 100}%` }} />
            )}
          </div>
        </div>
      </div>
      {part && <TimeScroll view={view} end={end} onView={show} />}
      <Legend lanes={lanes} />
      {lane && <LaneDetails lane={lane} />}
    </section>
  );
}

/** From an object's first change to its last. */
function closeUp({ segments, deleted }: Lane, end: number): View {
  const from = segments[0]?.from ?? 0;
  const last = segments.at(-1);
  return around(from, deleted ?? (last?.last ? last.from : last?.to) ?? end, end);
}

/** As wide as the longest label, within bounds: a CronJob's Jobs have long names, and those of Jobs are bold. */
function labelWidth(lanes: readonly Lane[]): string {
  const widths = lanes.map(({ kind, label, job }) => (kind === 'Job' ? label.length * 1.15 : label.length + (job === undefined ? 0 : 2)));
  return `${Math.max(7, Math.min(24, Math.ceil(widths.reduce((most, width) => Math.max(most, width), 0)) + 3))}ch`;
}
