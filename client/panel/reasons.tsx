import { t } from '@vscode/l10n';
import type { ReasonInRun } from '../../server/protocol/requests.ts';
import { duration } from './axis/axis.ts';
import { Words } from './host/words.tsx';

/** Why each pod came, went or was waited for: closed at first, as the timeline tells most of it. */
export function Reasons({ reasons }: { reasons: readonly ReasonInRun[] }) {
  if (reasons.length === 0) return null;
  return (
    <details class="reasons">
      <summary>{t('Why it happens')}</summary>
      <ol>
        {reasons.map((reason, at) => (
          <li key={at}>
            <span class="place">
              {duration(reason.t)}
              {reason.pod === undefined ? '' : ` #${reason.pod}`}
            </span>{' '}
            <Words text={reason.text} />
          </li>
        ))}
      </ol>
    </details>
  );
}
