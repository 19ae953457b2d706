import { t } from '@vscode/l10n';
import { duration } from './axis.ts';
import type { Lane, Segment } from './lanes.ts';
import { Sign } from './sign.tsx';
import { rowHeight } from './visible-rows.ts';

interface Props {
  readonly lane: Lane;
  readonly end: number;
  readonly at: number;
  readonly count: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

/** One object's line: its label, then its states as bars whose ends are those of the time that they lasted. */
export function LaneRow({ lane, end, at, count, selected, onSelect }: Props) {
  return (
    // The list box around it takes the keys and points at the row that is selected.
    // biome-ignore lint/a11y/useFocusableInteractive: see above.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <div
      id={`lane-${at}`}
      role="option"
      class={`lane ${lane.kind}${selected ? ' selected' : ''}`}
      aria-selected={selected}
      aria-posinset={at + 1}
      aria-setsize={count}
      aria-label={spoken(lane)}
      onClick={onSelect}
      style={{ top: `${at * rowHeight}px` }}
    >
      <span class="name" title={lane.name}>
        {lane.label}
      </span>
      <div class="bars">
        {lane.segments
          .filter(({ from, to, last }) => to > from || last)
          .map((segment) => (
            <Bar key={`${segment.from} ${segment.status} ${segment.more}`} segment={segment} end={end} kind={lane.kind} />
          ))}
        {lane.deleted !== undefined && <span class="deleted" style={{ left: `${(lane.deleted / end) * 100}%` }} title={t('deleted')} />}
      </div>
    </div>
  );
}

function Bar({ segment, end, kind }: { segment: Segment; end: number; kind: Lane['kind'] }) {
  const { from, to, state, status, more, last } = segment;
  const done = state === 'succeeded' || state === 'failed';
  const title = `${status} ${more} · ${last ? t('from {0}', duration(from)) : `${duration(from)} – ${duration(to)}`}`;
  return (
    <span
      class={`bar ${state}${last && done ? ' tail' : ''}`}
      style={{ left: `${(from / end) * 100}%`, width: `${((to - from) / end) * 100}%` }}
      title={title}
    >
      <span class="text">
        {last && done ? <Sign state={state} /> : null}
        {kind === 'Job' ? more || status : status}
      </span>
    </span>
  );
}

function spoken({ kind, name, segments, deleted }: Lane): string {
  const states = segments.map(({ from, status, more }) => t('{0} from {1}', `${status} ${more}`.trim(), duration(from)));
  if (deleted !== undefined) states.push(t('deleted at {0}', duration(deleted)));
  return `${kind === 'Pod' ? t('Pod {0}', name) : name}: ${states.join(', ')}`;
}
