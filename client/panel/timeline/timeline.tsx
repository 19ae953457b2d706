import { t } from '@vscode/l10n';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Chosen } from '../host/chosen.ts';
import { ticks } from './axis.ts';
import { LaneDetails } from './lane-details.tsx';
import { LaneRow } from './lane-row.tsx';
import { endOf, type Lane, lanesOf, rowsOf } from './lanes.ts';
import { drawnStates } from './pod-states.ts';
import { Sign } from './sign.tsx';
import { stateName } from './state-names.ts';
import { TimeAxis } from './time-axis.tsx';
import { TimeScroll } from './time-scroll.tsx';
import { rowHeight, useVisibleRows } from './visible-rows.ts';
import { around, fitted, isWhole, moved, span, type View, wholeRun, zoomed } from './zoom.ts';
import { ZoomBar } from './zoom-bar.tsx';
import './timeline.css';

/** In pixels, right of the last change. */
const roomForNames = 96;

interface Props extends Chosen {
  readonly run: Run;
}

/** The Job and its pods on one time axis, of which a part can be looked at closely. */
export function Timeline({ run, second, choose: chooseSecond }: Props) {
  const rows = useMemo(() => rowsOf(run), [run]);
  const { box, range, width, onScroll, reveal } = useVisibleRows();
  const end = endOf(rows, Math.min(0.4, roomForNames / width));
  const lanes = useMemo(() => lanesOf(rows, end), [rows, end]);
  const [chosen, choose] = useState(0);
  const selected = Math.min(chosen, lanes.length - 1);
  const lane = lanes[selected];
  const { first, last } = range(lanes.length);
  /** Undefined while the whole run is shown, whose end changes as the text is edited. */
  const [part, setPart] = useState<View | undefined>(undefined);
  const view = part ? fitted(part, end) : wholeRun(end);
  const show = (next: View) => setPart(isWhole(next, end) ? undefined : next);
  const marks = ticks(view, width);
  const states = useMemo(() => statesIn(lanes), [lanes]);
  const label = useMemo(() => labelWidth(lanes), [lanes]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    const page = Math.max(1, last - first - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -lanes.length,
      End: lanes.length,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(lanes.length - 1, selected + step));
      choose(next);
      reveal(next);
    } else if (event.key === '+' || event.key === '=') show(zoomed(view, 2, 0.5, end));
    else if (event.key === '-') show(zoomed(view, 1 / 2, 0.5, end));
    else if (event.key === '0') show(wholeRun(end));
    else if (event.key === 'ArrowRight') show(moved(view, span(view) / 8, end));
    else if (event.key === 'ArrowLeft') show(moved(view, -span(view) / 8, end));
    else if (event.key === 'Enter' && lane) show(closeUp(lane, end));
    else return;
    event.preventDefault();
  };

  const onWheel = useRef<(event: WheelEvent) => void>(() => undefined);
  onWheel.current = (event) => {
    const track = box.current?.querySelector('.track')?.getBoundingClientRect();
    if (!track) return;
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      const at = Math.max(0, Math.min(1, (event.clientX - track.left) / track.width));
      show(zoomed(view, 1.0015 ** -event.deltaY, at, end));
    } else if (sideways !== 0 && part) show(moved(view, (sideways / track.width) * span(view), end));
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const element = box.current;
    const listen = (event: WheelEvent) => onWheel.current(event);
    // Not passive: the page must not zoom or scroll as well.
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [box]);

  return (
    <section aria-labelledby="timeline" class={part ? 'part' : undefined} style={{ '--label': label }}>
      <div class="heading">
        <h2 id="timeline">{t('Timeline')}</h2>
        <ZoomBar view={view} end={end} onView={show} />
      </div>
      <TimeAxis view={view} end={end} marks={marks} second={second} choose={chooseSecond} />
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
              onSelect={() => choose(first + at)}
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
      <ul class="legend" aria-label={t('Legend')}>
        {states.map((state) => (
          <li key={state}>
            <span class={`swatch ${state}`} aria-hidden="true" />
            <Sign state={state} /> {stateName(state)}
          </li>
        ))}
      </ul>
      {lane && <LaneDetails lane={lane} />}
    </section>
  );
}

function statesIn(lanes: readonly Lane[]) {
  return drawnStates.filter((state) => lanes.some(({ segments }) => segments.some((segment) => segment.state === state)));
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
