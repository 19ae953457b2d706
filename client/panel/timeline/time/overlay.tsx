import { t } from '@vscode/l10n';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import { duration, type Tick } from '../../axis/axis.ts';
import { isInSight, leftOf } from '../../axis/stretch.ts';
import type { View } from '../../axis/view.ts';
import { useGoverned } from '../../governed/governed.ts';
import { MarkLines } from '../../marks/mark-row.tsx';
import type { Mark } from '../../marks/marks.ts';
import type { Limit } from '../../picture/limits.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Dispatch } from '../../state/page-action.ts';
import { explainLimit, fieldsBehindLimit } from '../explained/explain-limit.ts';

interface Props {
  readonly picture: Picture;
  readonly view: View;
  readonly happenings: readonly Mark[];
  readonly marks: readonly Tick[];
  readonly second: Seconds;
  readonly dispatch: Dispatch;
}

/** What goes through all lines: the grid, the limits that fields set, and the playhead. */
export function Overlay({ picture, view, happenings, marks, second, dispatch }: Props) {
  const { limits, end } = picture;
  return (
    <div class="overlay">
      {marks.map(({ t: mark, left }) => (
        <span key={mark} class="grid" style={{ left: `${left}%` }} />
      ))}
      {limits.map((limit) => (
        <LimitLine key={`${limit.kind} ${limit.at}`} picture={picture} limit={limit} view={view} end={end} dispatch={dispatch} />
      ))}
      <MarkLines marks={happenings} view={view} />
      {isInSight(second, view) && <span class="now" style={{ left: leftOf(second, view) }} />}
    </div>
  );
}

interface LineProps {
  readonly picture: Picture;
  readonly limit: Limit;
  readonly view: View;
  readonly end: Seconds;
  readonly dispatch: Dispatch;
}

/** A limit beyond the end of the axis is told at its edge: it lies further on. */
function LimitLine({ picture, limit, view, end, dispatch }: LineProps) {
  const { kind, at, seconds } = limit;
  const isBeyond = at > end;
  const governed = useGoverned(() => fieldsBehindLimit(limit, picture.run));
  if (!isInSight(at, view) && !(isBeyond && kind === 'ttl' && view.to >= end)) return null;
  const text = kind === 'deadline' ? t('deadline {0}', duration(seconds)) : t('removed after {0}', duration(seconds));
  return (
    <span class={`limit ${kind}${isBeyond ? ' beyond' : ''}${governed}`} style={{ left: isBeyond ? '100%' : leftOf(at, view) }}>
      <button type="button" onClick={() => dispatch({ type: 'explained', explained: explainLimit(limit, picture) })}>
        {isBeyond ? `${text} →` : text}
      </button>
    </span>
  );
}
