import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lines } from '../../../server/simulator/kubectl/table.ts';
import type { Selected } from '../state/page-state.ts';
import { lineAbout, type ObjectNamed, piecesOf } from './objects-in-text.ts';
import { useRested } from './use-rested.ts';

/** In pixels; the style sheet uses the same number. */
const lineHeight = 17;
/** Above and below what is seen. */
const margin = 12;
/** Fewer lines are simply there once they rest: they can be searched and selected. */
const few = 200;

interface Props {
  readonly lines: Lines;
  readonly label: string;
  /** It grows at its end, which stays in sight, as in a terminal, until someone scrolls away from there. */
  readonly grows: boolean;
  readonly objectNamed: ObjectNamed;
  /** The name of the object that is chosen: the lines that speak of it are marked, and brought into sight. */
  readonly chosen: string | undefined;
  readonly onChoose: (object: Selected) => void;
}

/**
 * Text with a scroll of its own, of which only what is in sight is drawn where it is very long, or just changes. It stays where it
 * was scrolled to. The names of Jobs and pods in it choose them, as their lines in the timeline do, which also take the keys.
 */
export function LongText({ lines, label, grows, objectNamed, chosen, onChoose }: Props) {
  const box = useRef<HTMLElement>(null);
  const [{ top, height }, setView] = useState({ top: 0, height: 400 });
  const isAtEnd = useRef(true);
  const measure = () => {
    if (!box.current) return;
    const { scrollTop, clientHeight, scrollHeight } = box.current;
    isAtEnd.current = scrollTop + clientHeight > scrollHeight - lineHeight;
    setView({ top: scrollTop, height: clientHeight });
  };
  useLayoutEffect(measure, []);
  useLayoutEffect(() => {
    isAtEnd.current = true;
  }, [label]);
  useLayoutEffect(() => {
    if (!grows || !isAtEnd.current || !box.current) return;
    box.current.scrollTop = box.current.scrollHeight;
    measure();
  }, [lines, grows]);
  useLayoutEffect(() => {
    if (chosen !== undefined && box.current) bringIntoSight(box.current, lines, chosen, objectNamed);
  }, [chosen, label]);
  const rests = useRested(lines, label, true) === lines;
  const [first, last] =
    lines.count <= few && rests
      ? [0, lines.count]
      : [Math.max(0, Math.floor(top / lineHeight) - margin), Math.min(lines.count, Math.ceil((top + height) / lineHeight) + margin)];
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long output scrolls, and must do so by keyboard too.
    <section class="output" ref={box} tabIndex={0} aria-label={label} onScroll={measure}>
      <pre style={{ paddingTop: `${first * lineHeight}px`, paddingBottom: `${Math.max(0, lines.count - last) * lineHeight}px` }}>
        {drawn.map((at) => (
          <Line
            key={at}
            line={at + 1 < lines.count ? `${lines.line(at)}\n` : lines.line(at)}
            objectNamed={objectNamed}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
      </pre>
    </section>
  );
}

/** With the end of the line, where it is not the last: copying takes it along. */
function Line({ line, objectNamed, chosen, onChoose }: Omit<Props, 'lines' | 'label' | 'grows'> & { readonly line: string }) {
  const pieces = useMemo(() => piecesOf(line, objectNamed), [line, objectNamed]);
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
function bringIntoSight(box: HTMLElement, lines: Lines, name: string, objectNamed: ObjectNamed): void {
  const first = Math.ceil(box.scrollTop / lineHeight);
  const seen = lineAbout(lines, name, objectNamed, first);
  if (seen >= 0 && (seen + 1) * lineHeight <= box.scrollTop + box.clientHeight) return;
  const line = lineAbout(lines, name, objectNamed);
  if (line >= 0) box.scrollTop = Math.max(0, line * lineHeight - box.clientHeight / 3);
}
