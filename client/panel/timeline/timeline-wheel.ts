import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '../axis/view.ts';
import { moved, span, zoomed } from '../axis/zoom.ts';

type Wheel = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'clientX'>;

/** Where the time axis lies on the screen, in pixels. */
type Track = Pick<DOMRect, 'left' | 'width'>;

/** With Ctrl the wheel zooms at the pointer, sideways it moves a part of the run; undefined where the page may scroll. */
export function viewAfterWheel(wheel: Wheel, track: Track, view: View, end: number, isPart: boolean): View | undefined {
  if (wheel.ctrlKey || wheel.metaKey) {
    const at = Math.max(0, Math.min(1, (wheel.clientX - track.left) / track.width));
    return zoomed(view, 1.0015 ** -wheel.deltaY, at, end);
  }
  const sideways = wheel.shiftKey ? wheel.deltaY || wheel.deltaX : wheel.deltaX;
  return sideways !== 0 && isPart ? moved(view, (sideways / track.width) * span(view), end) : undefined;
}

/** Listens to the wheel above an element, always with the latest `take`, which says whether it took the turn for itself. */
export function useWheel(box: RefObject<HTMLElement | null>, take: (event: WheelEvent) => boolean): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const element = box.current;
    const listen = (event: WheelEvent) => {
      if (latest.current(event)) event.preventDefault();
    };
    // Not passive: the page must not zoom or scroll as well.
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [box]);
}
