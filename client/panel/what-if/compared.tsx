import { t } from '@vscode/l10n';
import type { Dispatch } from '../state/page-action.ts';
import type { Drawn, PageState } from '../state/page-state.ts';
import { differences } from './difference.ts';

/** The run to compare the drawn one with; undefined where there is none, or it is the drawn one itself. */
export function comparedWith({ drawn, before, pinned }: Pick<PageState, 'drawn' | 'before' | 'pinned'>): Drawn | undefined {
  const other = pinned ?? before;
  return other === drawn ? undefined : other;
}

interface Props {
  readonly page: PageState;
  readonly dispatch: Dispatch;
}

/** How the run differs from the one before the last edit, or from the one that was pinned. */
export function Compared({ page, dispatch }: Props) {
  const { drawn, pinned } = page;
  const other = comparedWith(page);
  const found = drawn && other ? differences(other.result.run.summary, drawn.result.run.summary) : [];
  return (
    <span class="compared">
      {found.map((words) => (
        <span key={words} class="difference">
          {words}
        </span>
      ))}
      <button
        type="button"
        class="inline"
        aria-pressed={pinned !== undefined}
        title={t('Compare what follows with this run')}
        onClick={() => dispatch({ type: 'pinned', drawn: pinned ? undefined : drawn })}
      >
        {pinned ? t('Unpin') : t('Pin to compare')}
      </button>
    </span>
  );
}
