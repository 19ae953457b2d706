import { t } from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Lane } from './lanes.ts';
import { drawnStates } from './pod-states.ts';
import { Sign } from './sign.tsx';
import { stateName } from './state-names.ts';

/** What the colours and signs of the lanes mean, those alone that are drawn. */
export function Legend({ lanes }: { readonly lanes: readonly Lane[] }) {
  const states = useMemo(() => statesIn(lanes), [lanes]);
  return (
    <ul class="legend" aria-label={t('Legend')}>
      {states.map((state) => (
        <li key={state}>
          <span class={`swatch ${state}`} aria-hidden="true" />
          <Sign state={state} /> {stateName(state)}
        </li>
      ))}
    </ul>
  );
}

function statesIn(lanes: readonly Lane[]) {
  return drawnStates.filter((state) => lanes.some(({ segments }) => segments.some((segment) => segment.state === state)));
}
