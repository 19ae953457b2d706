import { t } from '@vscode/l10n';
import type { Seconds } from '../../../server/protocol/requests.ts';
import type { View } from '../state/page-state.ts';
import { exactDuration, type Tick } from './axis.ts';
import { span } from './zoom.ts';

interface Props {
  /** The second for which kubectl's output is shown; undefined: the end. */
  readonly second: Seconds | undefined;
  readonly choose: (second: Seconds) => void;
  readonly view: View;
  readonly end: Seconds;
  readonly marks: readonly Tick[];
}

/** The times above the lanes, and a slider that picks the second for which kubectl's output is shown. */
export function TimeAxis({ view, end, marks, second: chosen, choose }: Props) {
  const value = chosen ?? end;
  return (
    <div class="axis">
      <label class="name" for="moment">
        {t('Time')}
      </label>
      <div class="times">
        {marks.map(({ t: second, left, label }) => (
          <span key={second} class={`tick${left < 3 ? ' first' : ''}`} style={{ left: `${left}%` }} aria-hidden="true">
            {label}
          </span>
        ))}
        <input
          id="moment"
          type="range"
          min={view.from}
          max={view.to}
          step={span(view) > 200 ? 1 : 0.1}
          value={Math.max(view.from, Math.min(view.to, value))}
          aria-valuetext={exactDuration(value)}
          title={t('Show what kubectl prints at this second')}
          onInput={(event) => choose(Math.round(Number(event.currentTarget.value) * 10) / 10)}
        />
      </div>
    </div>
  );
}
