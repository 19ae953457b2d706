import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Selected } from '../state/page-state.ts';
import { lineAbout, type ObjectsByName, piecesOf } from './objects-in-text.ts';

/** In pixels; the style sheet uses the same number. */
const lineHeight = 17;
/** Above and below what is seen. */
const margin = 20;
/** Fewer lines are simply there: they can be searched and selected. */
const few = 400;

interface Props {
  readonly text: string;
  readonly label: string;
  readonly objects: ObjectsByName;
  /** The name of the object that is chosen: the lines that speak of it are marked, and brought into sight. */
  readonly chosen: string | undefined;
  readonly onChoose: (object: Selected) => void;
}

/**
 * Text with a scroll of its own, of which only what is in sight is drawn where it is very long. It stays where it was scrolled to.
 * The names of Jobs and pods in it choose them, as their lines in the timeline do, which also take the keys.
 */
export function LongText({ text, label, objects, chosen, onChoose }: Props) {
  const lines = useMemo(() => text.split('\n'), [text]);
  const box = useRef<HTMLElement>(null);
  const [{ top, height }, setView] = useState({ top: 0, height: 400 });
  const measure = () => box.current && setView({ top: box.current.scrollTop, height: box.current.clientHeight });
  useLayoutEffect(() => void measure(), []);
  useLayoutEffect(() => {
    if (chosen !== undefined && box.current) bringIntoSight(box.current, lines, chosen, objects);
  }, [chosen, label]);
  const [first, last] =
    lines.length <= few
      ? [0, lines.length]
      : [Math.max(0, Math.floor(top / lineHeight) - margin), Math.min(lines.length, Math.ceil((top + height) / lineHeight) + margin)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long output scrolls, and must do so by keyboard too.
    <section class="output" ref={box} tabIndex={0} aria-label={label} onScroll={measure}>
      <pre style={{ paddingTop: `${first * lineHeight}px`, paddingBottom: `${(lines.length - last) * lineHeight}px` }}>
        {lines.slice(first, last).map((line, at) => (
          <Line
            key={first + at}
            line={first + at + 1 < lines.length ? `${line}\n` : line}
            objects={objects}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
      </pre>
    </section>
  );
}

/** With the end of the line, where it is not the last: copying takes it along. */
function Line({ line, objects, chosen, onChoose }: Omit<Props, 'text' | 'label'> & { readonly line: string }) {
  const pieces = useMemo(() => piecesOf(line, objects), [line, objects]);
  const isAbout = chosen !== undefined && pieces.some(({ text, object }) => object !== undefined && text === chosen);
  return (
    <span class={isAbout ? 'line about' : 'line'}>
      {pieces.map(({ text, object }, at) =>
        object === undefined ? (
          text
        ) : (
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          // biome-ignore lint/a11y/noStaticElementInteractions: see above.
          <span key={at} class="object" onClick={() => isSelectingText() || onChoose(object)}>
            {text}
          </span>
        ),
      )}
    </span>
  );
}

/** Whoever draws over a name to copy it does not choose it. */
function isSelectingText(): boolean {
  return getSelection()?.isCollapsed === false;
}

/** Where no line about it is seen, the first one is. */
function bringIntoSight(box: HTMLElement, lines: readonly string[], name: string, objects: ObjectsByName): void {
  const first = Math.ceil(box.scrollTop / lineHeight);
  const seen = lineAbout(lines, name, objects, first);
  if (seen >= 0 && (seen + 1) * lineHeight <= box.scrollTop + box.clientHeight) return;
  const line = lineAbout(lines, name, objects);
  if (line >= 0) box.scrollTop = Math.max(0, line * lineHeight - box.clientHeight / 3);
}
