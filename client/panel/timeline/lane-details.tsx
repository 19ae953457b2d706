import { t } from '@vscode/l10n';
import { duration } from './axis.ts';
import type { Lane } from './lanes.ts';
import { Sign } from './sign.tsx';

/** The states of the chosen object one by one. */
export function LaneDetails({ lane }: { lane: Lane }) {
  return (
    <div class="details">
      <h3>{laneName(lane)}</h3>
      <ol>
        {lane.segments.map(({ from, to, state, status, more, last }) => (
          <li key={`${from} ${status} ${more}`}>
            <span class="at">{duration(from)}</span> <Sign state={state} />{' '}
            <span>
              {status || t('no status')} {more}
              {!last && to > from && <span class="quiet"> · {t('for {0}', duration(to - from))}</span>}
            </span>
          </li>
        ))}
        {lane.deleted !== undefined && (
          <li>
            <span class="at">{duration(lane.deleted)}</span> <Sign state="stopping" /> {t('deleted')}
          </li>
        )}
      </ol>
    </div>
  );
}

/** In full: a pod of a CronJob with the Job that it belongs to. */
export function laneName({ kind, name, job }: Lane): string {
  if (kind === 'Job') return name;
  return job === undefined ? t('Pod {0}', name) : t('Pod {0} of {1}', name, job);
}
