import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/** In pixels; the style sheet uses the same number. */
const lineHeight = 17;
/** Above and below what is seen. */
const margin = 20;
/** Fewer lines are simply there: they can be searched and selected. */
const few = 400;

interface Props {
  readonly text: string;
  readonly label: string;
}

/** Text with a scroll of its own, of which only what is in sight is drawn where it is very long. It stays where it was scrolled to. */
export function LongText({ text, label }: Props) {
  const lines = useMemo(() => text.split('\n'), [text]);
  const box = useRef<HTMLElement>(null);
  const [{ top, height }, setView] = useState({ top: 0, height: 400 });
  const measure = () => box.current && setView({ top: box.current.scrollTop, height: box.current.clientHeight });
  useLayoutEffect(() => void measure(), []);
  const [first, last] =
    lines.length <= few
      ? [0, lines.length]
      : [Math.max(0, Math.floor(top / lineHeight) - margin), Math.min(lines.length, Math.ceil((top + height) / lineHeight) + margin)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long output scrolls, and must do so by keyboard too.
    <section class="output" ref={box} tabIndex={0} aria-label={label} onScroll={measure}>
      <pre style={{ paddingTop: `${first * lineHeight}px`, paddingBottom: `${(lines.length - last) * lineHeight}px` }}>
        {lines.slice(first, last).join('\n')}
      </pre>
    </section>
  );
}
