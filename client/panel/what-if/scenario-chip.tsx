import { t } from '@vscode/l10n';
import type { History } from '../history/history.ts';
import { post } from '../host/host.ts';
import type { Drawn } from '../state/page-state.ts';

interface Props {
  readonly drawn: Drawn;
  readonly history: History;
  readonly onHistory: (history: History) => void;
}

/** The scenario that was found: it can be opened, and left aside. */
export function ScenarioChip({ drawn, history, onHistory }: Props) {
  const { scenario } = drawn.result.inForce;
  if (scenario === null) return null;
  const { withoutScenario } = history;
  const name = scenario === 'file' ? (drawn.files[1] ?? t('Scenario')) : t('Scenario in the comments');
  return (
    <span class={`chip${withoutScenario ? ' off' : ''}`}>
      <button type="button" class="inline" title={t('Open the scenario')} onClick={() => post({ type: 'open-scenario' })}>
        {name}
      </button>
      <button
        type="button"
        role="switch"
        aria-checked={!withoutScenario}
        aria-label={t('Play the scenario')}
        onClick={() => onHistory({ ...history, withoutScenario: !withoutScenario })}
      >
        {withoutScenario ? t('off') : t('on')}
      </button>
    </span>
  );
}
