import { t } from '@vscode/l10n';
import type { View } from '../state/page-state.ts';
import { duration } from './axis.ts';
import { laneName } from './lane-details.tsx';
import type { Lane, Segment } from './lanes.ts';
import { Sign } from './sign.tsx';
import { rowHeight } from './visible-rows.ts';
import { span } from './zoom.ts';

interface Props {
  readonly lane: Lane;
  readonly view: View;
  readonly at: number;
  readonly count: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
  /** Looks closely at the time of this object. */
  readonly onOpen: () => void;
}

/** One object's line: its label, then its states as bars whose ends are those of the time that they lasted. */
export function LaneRow({ lane, view, at, count, selected, onSelect, onOpen }: Props) {
  return (
    // The list box around it takes the keys and points at the row that is selected.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div
      id={`lane-${at}`}
      role="option"
      class={`lane ${lane.kind}${lane.job === undefined ? '' : ' owned'}${selected ? ' selected' : ''}`}
      aria-selected={selected}
      aria-posinset={at + 1}
      aria-setsize={count}
      aria-label={spoken(lane)}
      onClick={onSelect}
      onDblClick={onOpen}
      style={{ top: `${at * rowHeight}px` }}
    >
      <span class="name" title={lane.name}>
        {lane.label}
      </span>
      <div class="bars">
        {lane.segments
          .filter(({ from, to, last }) => (to > from || last) && to >= view.from && from <= view.to)
          .map((segment) => (
            <Bar key={`${segment.from} ${segment.status} ${segment.more}`} segment={segment} view={view} kind={lane.kind} />
          ))}
        {lane.deleted !== undefined && lane.deleted >= view.from && lane.deleted <= view.to && (
          <span class="deleted" style={{ left: `${((lane.deleted - view.from) / span(view)) * 100}%` }} title={t('deleted')} />
        )}
      </div>
    </div>
  );
}

function Bar({ segment, view, kind }: { segment: Segment; view: View; kind: Lane['kind'] }) {
  const { from, to, state, status, more, last } = segment;
  const done = state === 'succeeded' || state === 'failed';
  const title = `${status} ${more} · ${last ? t('from {0}', duration(from)) : `${duration(from)} – ${duration(to)}`}`;
  // What begins or ends out of sight is cut there, so that its name is in sight.
  const start = Math.max(from, view.from);
  const stop = Math.min(to, view.to);
  const cut = `${from < view.from ? ' from-before' : ''}${to > view.to ? ' goes-on' : ''}`;
  return (
    <span
      class={`bar ${state}${last && done ? ' tail' : ''}${cut}`}
      style={{ left: `${((start - view.from) / span(view)) * 100}%`, width: `${((stop - start) / span(view)) * 100}%` }}
      title={title}
    >
      <span class="text">
        {last && done ? <Sign state={state} /> : null}
        {kind === 'Job' ? more || status : status}
      </span>
    </span>
  );
}

function spoken(lane: Lane): string {
  const { segments, deleted } = lane;
  const states = segments.map(({ from, status, more }) => t('{0} from {1}', `${status} ${more}`.trim(), duration(from)));
  if (deleted !== undefined) states.push(t('deleted at {0}', duration(deleted)));
  return `${laneName(lane)}: ${states.join(', ')}`;
}
