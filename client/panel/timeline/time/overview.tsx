import { t } from '@vscode/l10n';
import { useMemo, useRef } from 'preact/hooks';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import { stretchOf } from '../../axis/stretch.ts';
import type { View } from '../../axis/view.ts';
import { moved } from '../../axis/zoom.ts';
import { areaOf } from '../../picture/area.ts';
import type { Picture } from '../../picture/picture.ts';
import { AreaChart } from '../lines/area-chart.tsx';

interface Props {
  readonly picture: Picture;
  readonly view: View;
  readonly isPart: boolean;
  readonly onView: (view: View) => void;
  /** Of the axis, in pixels. */
  readonly width: number;
}

/** How a drag began: to draw a new part, or to move the one there is. */
type Drag = { readonly kind: 'draw'; readonly from: Seconds } | { readonly kind: 'move'; readonly from: Seconds; readonly view: View };

/** In pixels: a shorter drag is a click. */
const shortest = 4;

/** The whole run as a shape, on which a part is chosen with the pointer. Keys zoom and move in the list of lanes. */
export function Overview({ picture, view, isPart, onView, width }: Props) {
  const { lives, end } = picture;
  const area = useMemo(
    () => areaOf(lives, lives.created.keys(), { from: 0, to: end }, Math.max(20, Math.floor(width / 2))),
    [lives, end, width],
  );
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | undefined>(undefined);
  const secondAt = (event: PointerEvent): Seconds => {
    const { left = 0, width: wide = 1 } = box.current?.getBoundingClientRect() ?? {};
    return Math.max(0, Math.min(1, (event.clientX - left) / wide)) * end;
  };
  const onPointerDown = (event: PointerEvent) => {
    const from = secondAt(event);
    const isInside = isPart && from >= view.from && from <= view.to;
    drag.current = isInside ? { kind: 'move', from, view } : { kind: 'draw', from };
    box.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const begun = drag.current;
    if (!begun) return;
    const to = secondAt(event);
    if (begun.kind === 'move') onView(moved(begun.view, to - begun.from, end));
    else if (Math.abs(to - begun.from) > (shortest / width) * end) onView({ from: Math.min(begun.from, to), to: Math.max(begun.from, to) });
  };
  return (
    <div class="overview">
      <span class="name" aria-hidden="true">
        {t('{0} at once', area.mostRunning)}
      </span>
      <div
        class="strip"
        ref={box}
        title={t('Drag to choose a part of the run')}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          drag.current = undefined;
        }}
      >
        <AreaChart area={area} />
        {isPart && <span class="brush" style={stretchOf(view.from, view.to, { from: 0, to: end })} />}
      </div>
    </div>
  );
}
