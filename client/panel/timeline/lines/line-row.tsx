import { t } from '@vscode/l10n';
import { duration } from '../../axis/axis.ts';
import { isInSight, leftOf } from '../../axis/stretch.ts';
import type { View } from '../../axis/view.ts';
import { PodGhosts } from '../../ghost/ghost-bars.tsx';
import { areaOf } from '../../picture/area.ts';
import { type Bar, barsOf } from '../../picture/bars.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Place } from '../../picture/places.ts';
import type { Row } from '../../picture/rows.ts';
import type { Segment } from '../../picture/segments.ts';
import type { Selected } from '../../state/page-state.ts';
import { fieldsBehindWait, type Pointed } from '../explained/explain.ts';
import { Sign } from '../signs/sign.tsx';
import { AreaChart } from './area-chart.tsx';
import { Parts, StateBar, Stretch } from './bar.tsx';
import { JobBars } from './job-bars.tsx';
import { LimitTick } from './limit-tick.tsx';
import type { LineActs } from './line-acts.ts';
import { lineLabel, lineName } from './line-names.ts';
import { chosenBy } from './row-chosen.ts';
import { spokenLine } from './spoken.ts';
import { rowHeight } from './visible-rows.ts';

interface LineProps {
  readonly picture: Picture;
  readonly row: Row;
  readonly view: View;
  /** Of the axis, in pixels. */
  readonly width: number;
  readonly selected: Selected | undefined;
  readonly acts: LineActs;
}

interface Placed {
  /** Among all lines; undefined of the one that always stays in sight. */
  readonly at: number | undefined;
  readonly count: number;
  /** The one that keys start from: the one that is chosen, or the first while none is. */
  readonly isActive: boolean;
  readonly isChosen: boolean;
}

/** A line: its label, then what happens on it over time. */
export function LineRow(props: LineProps & Placed) {
  const { picture, row, at, count, isActive, isChosen, acts } = props;
  const depth = row.kind === 'place' && row.depth === 1 ? ' owned' : '';
  const style = at === undefined ? {} : { top: `${at * rowHeight}px` };
  const spoken = spokenLine(picture, row);
  return (
    // The list around it takes the keys and points at the line that is chosen.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div
      id={at === undefined ? 'line-job' : `line-${at}`}
      role="option"
      class={`lane ${row.kind}${depth}${isActive ? ' active' : ''}${isChosen ? ' selected' : ''}`}
      aria-selected={isChosen}
      aria-posinset={at === undefined ? 1 : at + 1}
      aria-setsize={count}
      onClick={() => acts.point(chosenBy(row), { kind: 'line' })}
      onDblClick={() => acts.open(row)}
      style={style}
    >
      {/* What is seen is a name and words in bars: read out is a sentence instead. */}
      <span role="img" aria-label={spoken} />
      <span class="name" title={lineName(picture.run, row)} aria-hidden="true">
        {row.kind !== 'place' && row.fold !== 'fixed' && <Twisty isOpen={row.fold === 'open'} onToggle={() => acts.toggle(row)} />}
        {lineLabel(picture, row)}
      </span>
      <div class="bars" aria-hidden="true">
        <Bars {...props} />
      </div>
    </div>
  );
}

function Bars(props: LineProps) {
  const { row, picture, view } = props;
  switch (row.kind) {
    case 'job':
      return <JobBars picture={picture} job={row.job} view={view} acts={props.acts} />;
    case 'group':
      return (
        <AreaChart
          area={areaOf(
            picture.lives,
            row.places.flatMap(({ pods }) => pods),
            view,
            bins(props.width),
          )}
        />
      );
    case 'place':
      return <PlaceBars {...props} place={row.place} />;
  }
}

function bins(width: number): number {
  return Math.max(20, Math.min(300, Math.floor(width / 3)));
}

function PlaceBars({ place, ...props }: LineProps & { readonly place: Place }) {
  const { picture, view, width } = props;
  const { run, lives, waits, end } = picture;
  return (
    <>
      {barsOf(place, { run, lives, waits, view, width, end }).map((bar) => (
        <PlaceBar key={keyOf(bar)} {...props} place={place} bar={bar} />
      ))}
      <PodGhosts lives={lives} pods={place.pods} view={view} />
      {place.pods.map((pod) => {
        const deleted = lives.deleted[pod] ?? Infinity;
        return isInSight(deleted, view) && <span key={pod} class="deleted" style={{ left: leftOf(deleted, view) }} title={t('deleted')} />;
      })}
    </>
  );
}

function keyOf(bar: Bar): string {
  return bar.kind === 'state' ? `${bar.pod} ${bar.segment.from} ${bar.segment.status} ${bar.segment.more}` : `${bar.kind} ${bar.from}`;
}

function PlaceBar({ bar, place, picture, view, selected, acts }: LineProps & { readonly place: Place; readonly bar: Bar }) {
  const point = (pod: number, pointed: Pointed) => () => acts.point({ kind: 'Pod', ordinal: pod }, pointed);
  switch (bar.kind) {
    case 'state': {
      const { segment, pod } = bar;
      const isChosen = selected?.kind === 'Pod' && selected.ordinal === pod && place.pods.length > 1;
      const onSelect = point(pod, { kind: 'state', segment });
      const { grace } = segment;
      return (
        <>
          <StateBar
            segment={segment}
            view={view}
            clock={picture.clock}
            isChosen={isChosen}
            parts={[stateText(segment)]}
            onSelect={onSelect}
          />
          {grace && <LimitTick limit={grace} picture={picture} view={view} onExplain={acts.explain} />}
        </>
      );
    }
    case 'wait': {
      const { from, to, wait, after, failure } = bar;
      const whole = duration(wait.whole);
      return (
        <Stretch
          class="wait"
          from={from}
          to={to}
          view={view}
          title={t('Back-off of {0}', whole)}
          fields={() => fieldsBehindWait(picture.run, wait)}
          onSelect={point(after, bar)}
        >
          {failure && <Sign state="failed" />}
          <Parts parts={failure ? [whole, stateText(failure)] : [whole]} />
        </Stretch>
      );
    }
    case 'many': {
      const { from, to, count, failed } = bar;
      const text = failed > 0 ? t('{0} pods, {1} of them failed', count, failed) : t('{0} pods', count);
      const kind = failed > 0 ? 'many failed' : 'many';
      return (
        <Stretch
          class={kind}
          from={from}
          to={to}
          view={view}
          title={text}
          fields={() => []}
          onSelect={point(place.pods[0] ?? 0, { kind: 'line' })}
        >
          <Parts parts={[`${count}`]} />
        </Stretch>
      );
    }
  }
}

function stateText({ status, exitCode }: Segment): string {
  return exitCode === undefined ? status : `${status} ${exitCode}`;
}

function Twisty({ isOpen, onToggle }: { readonly isOpen: boolean; readonly onToggle: () => void }) {
  return (
    // The keys of the list do the same.
    <span
      class="twisty"
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      {isOpen ? '▾' : '▸'}
    </span>
  );
}
