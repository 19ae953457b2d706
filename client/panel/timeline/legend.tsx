import { t } from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import { type DrawnState, drawnState, drawnStates } from '../../../server/simulator/timeline/drawn-state.ts';
import type { Picture } from '../picture/picture.ts';
import { Sign } from './signs/sign.tsx';
import { stateName } from './signs/state-names.ts';

/** What the colours and signs of the lines mean, those alone that are drawn. */
export function Legend({ picture }: { readonly picture: Picture }) {
  const states = useMemo(() => statesIn(picture), [picture]);
  return (
    <ul class="legend" aria-label={t('Legend')}>
      {states.map((state) => (
        <li key={state}>
          <span class={`swatch ${state}`} aria-hidden="true" />
          <Sign state={state} /> {stateName(state)}
        </li>
      ))}
      {picture.waits.length > 0 && (
        <li>
          <span class="swatch wait" aria-hidden="true" /> {t('back-off')}
        </li>
      )}
    </ul>
  );
}

function statesIn({ run, jobs }: Picture): readonly DrawnState[] {
  const ofPods = run.pods.steps.map(({ STATUS, READY }) => drawnState(STATUS, READY));
  const ofJobs = jobs.flatMap(({ segments }) => segments.map(({ state }) => state));
  const drawn = new Set([...ofPods, ...ofJobs]);
  return drawnStates.filter((state) => drawn.has(state));
}
