import { t } from '@vscode/l10n';
import type { WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';
import { type WallClock, whenText } from '../axis/wall-clock.ts';
import { continues, type History, redo, reset, undo, withEdit, withoutEdit } from '../history/history.ts';
import { post } from '../host/host.ts';
import type { Dispatch } from '../state/page-action.ts';
import type { Drawn, PageState } from '../state/page-state.ts';
import { droppedIn, droppedWords } from './dropped-fields.ts';
import { editWords } from './edit-words.ts';
import { ScenarioChip } from './scenario-chip.tsx';
import { Sliders } from './sliders.tsx';
import './what-if.css';

interface Props {
  readonly drawn: Drawn;
  readonly clock: WallClock | undefined;
  readonly history: PageState['history'];
  readonly dispatch: Dispatch;
}

/** What may be changed by hand, what was, and the way back. */
export function WhatIf({ drawn, clock, history, dispatch }: Props) {
  const to = (next: History, goesOn = false) => dispatch({ type: 'history-changed', history: next, goesOn });
  const edit = (one: WhatIfEdit) => to(withEdit(history, one), continues(history, one));
  const isChanged = history.edits.length > 0;
  return (
    <section aria-labelledby="what-if" class="what-if">
      <div class="heading">
        <h2 id="what-if">{t('What if')}</h2>
        <ScenarioChip drawn={drawn} history={history} onHistory={to} />
        <span class="buttons">
          <button type="button" disabled={!isChanged} onClick={() => to(undo(history))}>
            {t('Undo')}
          </button>
          <button type="button" disabled={history.undone.length === 0} onClick={() => to(redo(history))}>
            {t('Redo')}
          </button>
          <button type="button" disabled={!isChanged} onClick={() => to(reset(history))}>
            {t('Reset')}
          </button>
          <button type="button" disabled={!isChanged} onClick={() => post({ type: 'save-scenario' })}>
            {t('Save as scenario')}
          </button>
        </span>
      </div>
      <Sliders result={drawn.result} history={history} onEdit={edit} />
      {isChanged && <Edits edits={history.edits} clock={clock} remove={(place) => to(withoutEdit(history, place))} />}
      <Refusals drawn={drawn} clock={clock} />
    </section>
  );
}

interface EditsProps extends Pick<Props, 'clock'> {
  readonly edits: readonly WhatIfEdit[];
  readonly remove: (place: number) => void;
}

function Edits({ edits, clock, remove }: EditsProps) {
  return (
    <ul class="edits" aria-label={t('Changed by hand')}>
      {edits.map((one, at) => {
        const words = editWords(one, clock);
        return (
          <li key={`${at} ${words}`}>
            {words}
            <button type="button" aria-label={t('Take back: {0}', words)} title={t('Take back: {0}', words)} onClick={() => remove(at)}>
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What Kubernetes would not have done, or not all of it, and why. */
function Refusals({ drawn, clock }: Pick<Props, 'drawn' | 'clock'>) {
  const { refusals, run } = drawn.result;
  const refused = refusals.map((one) => ({ t: one.t, text: t('Refused at {0}: {1}', whenText(one.t, clock), one.text) }));
  const dropped = droppedIn(run).map((one) => ({ t: one.t, text: t('At {0}: {1}', whenText(one.t, clock), droppedWords(one.path)) }));
  const told = [...refused, ...dropped].sort((a, b) => a.t - b.t);
  if (told.length === 0) return null;
  return (
    <ul class="refusals" aria-label={t('Refused')}>
      {told.map(({ text }, at) => (
        <li key={`${at} ${text}`}>{text}</li>
      ))}
    </ul>
  );
}
