import { t } from '@vscode/l10n';
import { isInSight, leftOf, stretchOf } from '../axis/stretch.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { View } from '../state/page-state.ts';
import { explainMark, markTitle } from './mark-words.ts';
import type { Mark } from './marks.ts';
import './marks.css';

interface Props {
  readonly marks: readonly Mark[];
  readonly view: View;
  readonly dispatch: Dispatch;
}

/** What happens to the run, above its lines: a filled sign where it is done, a crossed one where it is refused. */
export function MarkRow({ marks, view, dispatch }: Props) {
  if (marks.length === 0) return null;
  return (
    <div class="mark-row">
      <span class="name">{t('What happens')}</span>
      <div class="marks">
        {marks
          .filter((mark) => isInSight(mark.t, view))
          .map((mark, at, inSight) => (
            <button
              key={`${mark.t} ${at}`}
              type="button"
              class={`mark ${mark.kind}${isRefused(mark) ? ' refused' : ''}`}
              style={{ left: leftOf(mark.t, view), maxWidth: stretchOf(mark.t, inSight[at + 1]?.t ?? view.to, view).width }}
              title={markTitle(mark)}
              aria-label={explainMark(mark).title}
              onClick={() => dispatch({ type: 'explained', explained: explainMark(mark) })}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d={isRefused(mark) ? 'M2 3h12L8 14zM2 2l12 12' : 'M2 3h12L8 14z'} />
              </svg>
              <span class="mark-text">{markTitle(mark)}</span>
            </button>
          ))}
      </div>
    </div>
  );
}

/** The line of each mark through all lines below. */
export function MarkLines({ marks, view }: Pick<Props, 'marks' | 'view'>) {
  return (
    <>
      {marks
        .filter((mark) => isInSight(mark.t, view))
        .map((mark, at) => (
          <span key={`${mark.t} ${at}`} class={`mark-line${isRefused(mark) ? ' refused' : ''}`} style={{ left: leftOf(mark.t, view) }} />
        ))}
    </>
  );
}

function isRefused(mark: Mark): boolean {
  return mark.kind === 'action' && mark.refused.length > 0;
}
