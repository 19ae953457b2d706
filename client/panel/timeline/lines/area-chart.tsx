import { type Area, stepPath } from '../../picture/area.ts';

/**
 * How many pods had ended, failures below, and before that how many ran at once, each measured by its own most: a wave of fifty
 * is to be seen beside a thousand that are done. Words beside it say the same.
 */
export function AreaChart({ area }: { readonly area: Area }) {
  const { running, succeeded, failed, mostRunning, mostEnded } = area;
  return (
    <svg class="area" viewBox={`0 0 ${running.length} 1`} preserveAspectRatio="none" aria-hidden="true">
      <path class="succeeded" d={stepPath(succeeded, [failed], mostEnded)} />
      <path class="failed" d={stepPath(failed, [], mostEnded)} />
      <path class="running" d={stepPath(running, [], mostRunning / 0.7)} />
    </svg>
  );
}
