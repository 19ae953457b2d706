import { t } from '@vscode/l10n';
import type { Assumed } from '../../../server/protocol/requests.ts';
import { Words } from '../host/words.tsx';

/** What the run takes for granted; a link leads to the control that changes it. */
export function Assumptions({ assumed }: { readonly assumed: readonly Assumed[] }) {
  if (assumed.length === 0) return null;
  return (
    <section aria-labelledby="assumptions">
      <h2 id="assumptions">{t('Assumptions')}</h2>
      <ul class="assumptions">
        {assumed.map(({ text, control }) => (
          <li key={text}>
            <Words text={text} />{' '}
            {control && (
              <button type="button" class="inline" onClick={() => goTo(control)}>
                {t('[change]')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function goTo(control: string): void {
  const slider = document.querySelector<HTMLElement>(`[data-control="${control}"]`);
  slider?.scrollIntoView({ block: 'center' });
  slider?.focus();
}
