import { t } from '@vscode/l10n';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SimulationResult } from '../../server/simulator/recording.ts';
import { duration, ticks } from './axis.ts';
import { post } from './host.ts';
import { LaneRow } from './lane-row.tsx';
import { endOf, type Lane, lanesOf } from './lanes.ts';
import type { Moment } from './messages.ts';
import { drawnStates } from './pod-states.ts';
import { Sign } from './sign.tsx';
import { stateName } from './state-names.ts';
import { rowHeight, useVisibleRows } from './visible-rows.ts';
import './timeline.css';

/** In pixels, right of the last change. */
const roomForNames = 96;

/** The Job and its pods on one time axis; a slider picks the second for which kubectl's output is shown. */
export function Timeline({ result, moment }: { result: SimulationResult; moment: Moment | undefined }) {
  const { box, range, width, onScroll, reveal } = useVisibleRows();
  const end = endOf(result, Math.min(0.4, roomForNames / width));
  const lanes = useMemo(() => lanesOf(result, end), [result, end]);
  const [chosen, choose] = useState(0);
  const selected = Math.min(chosen, lanes.length - 1);
  const { first, last } = range(lanes.length);
  const list = useRef<HTMLDivElement>(null);
  const states = drawnStates.filter((state) => lanes.some(({ segments }) => segments.some((segment) => segment.state === state)));

  const onKeyDown = (event: KeyboardEvent) => {
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
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(lanes.length - 1, selected + step));
    choose(next);
    reveal(next);
  };

  return (
    <section aria-labelledby="timeline" style={{ '--label': labelWidth(lanes) }}>
      <h2 id="timeline">{t('Timeline')}</h2>
      <Axis end={end} width={width} moment={moment} />
      <div class="lanes" ref={box} onScroll={onScroll}>
        <div
          class="rows"
          role="listbox"
          ref={list}
          tabIndex={0}
          aria-label={t('The Job and its pods over time')}
          aria-activedescendant={`lane-${selected}`}
          onKeyDown={onKeyDown}
          style={{ height: `${lanes.length * rowHeight}px` }}
        >
          {lanes.slice(first, last).map((lane, at) => (
            <LaneRow
              key={lane.key}
              lane={lane}
              end={end}
              at={first + at}
              count={lanes.length}
              selected={first + at === selected}
              onSelect={() => choose(first + at)}
            />
          ))}
          <div class="track">
            {ticks(end, width).map(({ t: second, left }) => (
              <span key={second} class="grid" style={{ left: `${left}%` }} />
            ))}
            {moment && <span class="now" style={{ left: `${(moment.t / end) * 100}%` }} />}
          </div>
        </div>
      </div>
      <ul class="legend" aria-label={t('Legend')}>
        {states.map((state) => (
          <li key={state}>
            <span class={`swatch ${state}`} aria-hidden="true" />
            <Sign state={state} /> {stateName(state)}
          </li>
        ))}
      </ul>
      {lanes[selected] && <Details lane={lanes[selected]} />}
    </section>
  );
}

/** As wide as the longest label, within bounds: a CronJob's Jobs have long names. */
function labelWidth(lanes: readonly Lane[]): string {
  const longest = lanes.reduce((most, { label }) => Math.max(most, label.length), 0);
  return `${Math.max(7, Math.min(24, longest + 2))}ch`;
}

function Axis({ end, width, moment }: { end: number; width: number; moment: Moment | undefined }) {
  const [value, setValue] = useState(end);
  useEffect(() => setValue(moment?.t ?? end), [moment, end]);
  return (
    <div class="axis">
      <label class="name" for="moment">
        {t('Time')}
      </label>
      <div class="times">
        {ticks(end, width).map(({ t: second, left, label }) => (
          <span key={second} class="tick" style={{ left: `${left}%` }} aria-hidden="true">
            {label}
          </span>
        ))}
        <input
          id="moment"
          type="range"
          min={0}
          max={end}
          step={end > 200 ? 1 : 0.1}
          value={value}
          aria-valuetext={duration(value)}
          title={t('Show what kubectl prints at this second')}
          onInput={(event) => {
            const second = Number(event.currentTarget.value);
            setValue(second);
            post({ type: 'moment', t: second });
          }}
        />
      </div>
    </div>
  );
}

function Details({ lane }: { lane: Lane }) {
  return (
    <div class="details">
      <h3>{lane.kind === 'Pod' ? t('Pod {0}', lane.name) : lane.name}</h3>
      <ol>
        {lane.segments.map(({ from, to, state, status, more, last }) => (
          <li key={`${from} ${status} ${more}`}>
            <span class="at">{duration(from)}</span> <Sign state={state} />{' '}
            <span>
              {status || t('no status')} {more}
              {!last && to > from && <span class="quiet"> · {t('for {0}', duration(to - from))}</span>}
            </span>
          </li>
        ))}
        {lane.deleted !== undefined && (
          <li>
            <span class="at">{duration(lane.deleted)}</span> <Sign state="stopping" /> {t('deleted')}
          </li>
        )}
      </ol>
    </div>
  );
}
