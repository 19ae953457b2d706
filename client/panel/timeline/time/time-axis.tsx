import { t } from '@vscode/l10n';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import type { Tick } from '../../axis/axis.ts';
import { leftOf } from '../../axis/stretch.ts';
import type { View } from '../../axis/view.ts';
import { playheadText, type WallClock } from '../../axis/wall-clock.ts';
import { span } from '../../axis/zoom.ts';
import './time.css';

interface Props {
  /** The second for which kubectl's output is shown. */
  readonly second: Seconds;
  readonly isEnd: boolean;
  readonly choose: (second: Seconds) => void;
  readonly view: View;
  readonly marks: readonly Tick[];
  readonly clock: WallClock | undefined;
}

/** The times above the lanes, and the playhead: its handle carries the time, and a click on the axis brings it there. */
export function TimeAxis({ view, marks, clock, second, isEnd, choose }: Props) {
  const when = playheadText(second, clock, view);
  const inSight = Math.max(view.from, Math.min(view.to, second));
  return (
    <div class="axis">
      <label class="name" for="moment">
        {t('Time')}
      </label>
      <div class="times">
        {marks.map(({ t: mark, left, label }) => (
          <span key={mark} class="tick" style={{ left: `${left}%`, transform: insideOf(left) }} aria-hidden="true">
            {label}
          </span>
        ))}
        <input
          id="moment"
          type="range"
          min={view.from}
          max={view.to}
          step={span(view) > 200 ? 1 : 0.1}
          value={inSight}
          aria-valuetext={when}
          title={t('Show what kubectl prints at this second')}
          onInput={(event) => choose(Math.round(Number(event.currentTarget.value) * 10) / 10)}
        />
        <span
          class={`handle${awayFrom(view, second)}`}
          style={{ left: leftOf(inSight, view), transform: insideOf(((inSight - view.from) / span(view)) * 100) }}
          aria-hidden="true"
        >
          {isEnd ? t('End {0}', when) : when}
        </span>
      </div>
    </div>
  );
}

/** Where the playhead is, if it is out of sight. */
function awayFrom({ from, to }: View, second: Seconds): string {
  if (second < from) return ' before';
  return second > to ? ' after' : '';
}

/** In the middle of its time, `percent` of the axis from its left, but near an edge as far to the side as keeps it whole. */
function insideOf(percent: number): string {
  const aside = percent < 10 ? percent * 5 : Math.max(50, 50 + (percent - 90) * 5);
  return `translateX(-${aside}%)`;
}
