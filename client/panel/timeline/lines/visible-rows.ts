import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** In pixels; the style sheet uses the same number. */
export const rowHeight = 24;
/** Rows drawn above and below what is seen, so that scrolling shows no gap. */
const margin = 8;

/**
 * Only the rows in view are drawn: a Job may have thousands of pods. They are scrolled to `scrolled` at first, and each scroll is
 * told. `width` is that of the time track, in pixels.
 */
export function useVisibleRows(scrolled: number, onScrolled: (scrolled: number) => void) {
  const box = useRef<HTMLDivElement>(null);
  const [{ top, height, width }, setView] = useState({ top: 0, height: 480, width: 600 });
  const measure = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const track = element.querySelector('.track');
    setView({ top: element.scrollTop, height: element.clientHeight, width: track?.clientWidth ?? element.clientWidth });
  }, []);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = scrolled;
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [measure]);
  const reveal = (row: number) => {
    const element = box.current;
    if (!element) return;
    const above = row * rowHeight;
    if (above < element.scrollTop) element.scrollTop = above;
    else if (above + rowHeight > element.scrollTop + element.clientHeight) element.scrollTop = above + rowHeight - element.clientHeight;
  };
  return {
    box,
    width,
    onScroll: () => {
      measure();
      if (box.current) onScrolled(box.current.scrollTop);
    },
    reveal,
    /** The first row to draw, and the one after the last, of `count`. */
    range: (count: number) => ({
      first: Math.max(0, Math.floor(top / rowHeight) - margin),
      last: Math.min(count, Math.ceil((top + height) / rowHeight) + margin),
    }),
  };
}
