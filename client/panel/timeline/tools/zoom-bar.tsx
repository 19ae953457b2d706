import { t } from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import { exactDuration } from '../../axis/axis.ts';
import type { View } from '../../axis/view.ts';
import { type WallClock, whenText } from '../../axis/wall-clock.ts';
import { isClosest, isWhole, span, wholeRun, zoomed } from '../../axis/zoom.ts';

interface Props {
  readonly view: View;
  readonly end: Seconds;
  readonly clock: WallClock | undefined;
  readonly onView: (view: View) => void;
}

/** Which stretch of the run is shown, and buttons that change it. */
export function ZoomBar({ view, end, clock, onView }: Props) {
  const whole = isWhole(view, end);
  return (
    <fieldset class="zoom" aria-label={t('Zoom')}>
      <span class="quiet" role="status">
        {whole ? t('Whole run') : t('{0} to {1}', shown(view.from, view, clock), shown(view.to, view, clock))}
      </span>
      <ZoomButton name={t('Zoom out')} keys="−" disabled={whole} onClick={() => onView(zoomed(view, 1 / 2, 0.5, end))}>
        <path d="M3 8h10" />
      </ZoomButton>
      <ZoomButton name={t('Zoom in')} keys="+" disabled={isClosest(view, end)} onClick={() => onView(zoomed(view, 2, 0.5, end))}>
        <path d="M3 8h10M8 3v10" />
      </ZoomButton>
      <ZoomButton name={t('Show the whole run')} keys="0" disabled={whole} onClick={() => onView(wholeRun(end))}>
        <path d="M2.5 3v10M13.5 3v10M5 8h6M7 6L5 8l2 2M9 6l2 2-2 2" />
      </ZoomButton>
    </fieldset>
  );
}

/** Of a CronJob by its clock, otherwise as exact as the eye can tell at this width. */
function shown(second: Seconds, view: View, clock: WallClock | undefined): string {
  if (clock) return whenText(second, clock);
  return exactDuration(span(view) < 20 ? second : Math.round(second));
}

interface ButtonProps {
  readonly name: string;
  /** The key that does the same in the list of lanes. */
  readonly keys: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button that stays in reach of the keyboard while there is nothing for it to do. */
function ZoomButton({ name, keys, disabled, onClick, children }: ButtonProps) {
  return (
    <button
      type="button"
      class="icon"
      aria-label={name}
      title={`${name} (${keys})`}
      aria-disabled={disabled}
      onClick={() => !disabled && onClick()}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </button>
  );
}
