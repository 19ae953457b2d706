import { isInSight, leftOf } from '../../axis/stretch.ts';
import type { View } from '../../axis/view.ts';
import { useGoverned } from '../../governed/governed.ts';
import type { Limit } from '../../picture/limits.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Explained } from '../../state/page-state.ts';
import { explainLimit, fieldsBehindLimit, limitTitle } from '../explained/explain-limit.ts';

interface Props {
  readonly limit: Limit;
  readonly picture: Picture;
  readonly view: View;
  readonly onExplain: (explained: Explained) => void;
}

/** A limit that holds on one line alone. The list around it takes the keys. */
export function LimitTick({ limit, picture, view, onExplain }: Props) {
  const governed = useGoverned(() => fieldsBehindLimit(limit, picture.run));
  if (!isInSight(limit.at, view)) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above.
    <span
      class={`limit-tick ${limit.kind}${governed}`}
      style={{ left: leftOf(limit.at, view) }}
      title={limitTitle(limit)}
      onClick={(event) => {
        event.stopPropagation();
        onExplain(explainLimit(limit, picture));
      }}
    />
  );
}
