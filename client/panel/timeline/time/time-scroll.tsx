import { t } from '@vscode/l10n';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import type { View } from '../../axis/view.ts';
import { moved, span } from '../../axis/zoom.ts';

interface Props {
  readonly view: View;
  readonly end: Seconds;
  readonly onView: (view: View) => void;
}

/** The editor's own scroll bar below a timeline that shows a part of the run. */
export function TimeScroll({ view, end, onView }: Props) {
  const box = useRef<HTMLDivElement>(null);
  /** What the bar was last set to: scrolling to there is no wish of the user's. */
  const set = useRef(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.scrollLeft = (view.from / end) * element.scrollWidth;
    set.current = element.scrollLeft;
  }, [view, end]);
  return (
    <div class="scroll">
      <section
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must do so by keyboard too.
        tabIndex={0}
        aria-label={t('Scroll through time')}
        onScroll={({ currentTarget }) => {
          if (Math.abs(currentTarget.scrollLeft - set.current) < 1) return;
          set.current = currentTarget.scrollLeft;
          onView(moved(view, (currentTarget.scrollLeft / currentTarget.scrollWidth) * end - view.from, end));
        }}
      >
        <div style={{ width: `${(end / span(view)) * 100}%` }} />
      </section>
    </div>
  );
}
