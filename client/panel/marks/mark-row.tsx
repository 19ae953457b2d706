import { t } from '@vscode/l10n';
import type { Seconds } from '../../../server/protocol/requests.ts';
import { isInSight, leftOf, stretchOf } from '../axis/stretch.ts';
import type { View } from '../axis/view.ts';
import { useGoverned } from '../governed/governed.ts';
import type { Picture } from '../picture/picture.ts';
import type { Dispatch } from '../state/page-action.ts';
import { explainMark, fieldsBehindMark, markTitle } from './mark-words.ts';
import type { Mark } from './marks.ts';
import './marks.css';

interface Props {
  readonly marks: readonly Mark[];
  readonly picture: Picture;
  readonly view: View;
  readonly dispatch: Dispatch;
}

/** What happens to the run, above its lines: a filled sign where it is done, a crossed one where it is refused. */
export function MarkRow({ marks, picture, view, dispatch }: Props) {
  if (marks.length === 0) return null;
  return (
    <div class="mark-row">
      <span class="name">{t('What happens')}</span>
      <div class="marks">
        {marks
          .filter((mark) => isInSight(mark.t, view))
          .map((mark, at, inSight) => (
            <MarkButton
              key={`${mark.t} ${at}`}
              mark={mark}
              until={inSight[at + 1]?.t ?? view.to}
              picture={picture}
              view={view}
              dispatch={dispatch}
            />
          ))}
      </div>
    </div>
  );
}

interface ButtonProps extends Omit<Props, 'marks'> {
  readonly mark: Mark;
  /** Its words have room up to then. */
  readonly until: Seconds;
}

function MarkButton({ mark, until, picture, view, dispatch }: ButtonProps) {
  const governed = useGoverned(() => fieldsBehindMark(mark, picture.run));
  const explained = explainMark(mark, picture);
  return (
    <button
      type="button"
      class={`mark ${mark.kind}${isRefused(mark) ? ' refused' : ''}${governed}`}
      style={{ left: leftOf(mark.t, view), maxWidth: stretchOf(mark.t, until, view).width }}
      title={markTitle(mark)}
      aria-label={explained.title}
      onClick={() => dispatch({ type: 'explained', explained })}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={isRefused(mark) ? 'M2 3h12L8 14zM2 2l12 12' : 'M2 3h12L8 14z'} />
      </svg>
      <span class="mark-text">{markTitle(mark)}</span>
    </button>
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
