import { t } from '@vscode/l10n';
import type { ReasonInRun } from '../../server/simulator/run/reasons/reasons-of.ts';
import { type WallClock, whenText } from './axis/wall-clock.ts';
import { Words } from './host/words.tsx';
import { joined, podsText } from './joined-reasons.ts';
import type { Dispatch } from './state/page-action.ts';

interface Props {
  readonly reasons: readonly ReasonInRun[];
  readonly clock: WallClock | undefined;
  readonly dispatch: Dispatch;
}

/** Why each pod came, went or was waited for: closed at first, as the timeline tells most of it. Each goes to its second. */
export function Reasons({ reasons, clock, dispatch }: Props) {
  if (reasons.length === 0) return null;
  return (
    <details class="reasons">
      <summary>{t('Why it happens')}</summary>
      <ol>
        {joined(reasons).map(({ t: second, pods, text }) => (
          <li key={`${second} ${pods.join()} ${text}`}>
            <button
              type="button"
              class="link"
              onClick={() => {
                dispatch({ type: 'second-chosen', second });
                const [pod] = pods;
                if (pod !== undefined) dispatch({ type: 'object-chosen', selected: { kind: 'Pod', ordinal: pod } });
              }}
            >
              <span class="where">{[whenText(second, clock), podsText(pods)].join(' ').trim()}</span> <Words text={text} />
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}
