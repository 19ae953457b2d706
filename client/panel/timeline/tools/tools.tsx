import { t } from '@vscode/l10n';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import type { View } from '../../axis/view.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Filter } from '../../picture/rows.ts';
import type { Dispatch } from '../../state/page-action.ts';
import { Play } from './play.tsx';
import './tools.css';
import { ZoomBar } from './zoom-bar.tsx';

interface Props {
  readonly picture: Picture;
  readonly view: View;
  readonly second: Seconds;
  readonly filter: Filter;
  readonly onView: (view: View) => void;
  readonly goToFailure: () => void;
  readonly dispatch: Dispatch;
}

/** Above the timeline: play, which lines are shown, and which part. */
export function Tools({ picture, view, second, filter, onView, goToFailure, dispatch }: Props) {
  const hasFailures = picture.lives.failed.includes(1);
  const filters: readonly (readonly [Filter, string])[] = [
    ['all', t('All')],
    ['failed', t('Failed')],
    ['running', t('Running at the playhead')],
  ];
  return (
    <div class="heading">
      <h2 id="timeline">{t('Timeline')}</h2>
      <Play picture={picture} second={second} dispatch={dispatch} />
      {picture.places.length > 1 && (
        <fieldset class="filters" aria-label={t('Which pods')}>
          {filters.map(([one, name]) => (
            <button
              key={one}
              type="button"
              class="plain"
              aria-pressed={filter === one}
              disabled={one === 'failed' && !hasFailures}
              onClick={() => dispatch({ type: 'filter-chosen', filter: one })}
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
      {hasFailures && (
        <button type="button" class="plain" title={t('Go to the next failure (n)')} onClick={goToFailure}>
          {t('Next failure')}
        </button>
      )}
      <ZoomBar view={view} end={picture.end} clock={picture.clock} onView={onView} />
    </div>
  );
}
