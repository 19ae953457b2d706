import { t } from '@vscode/l10n';
import { Words } from '../host/words.tsx';
import type { Now } from '../state/page-state.ts';
import { Problems } from './problems.tsx';
import { scenarioOf, whyNot } from './why-not.ts';

/** Above a run that is not that of the text any more: why, and where in the text that is to be mended. */
export function StaleLine({ now }: { readonly now: Now }) {
  switch (now.status) {
    case 'current':
    case 'simulating':
      return null;
    case 'broken':
      return <Line text={t('The simulation could not run: {0}', now.text)} />;
    case 'not-simulated': {
      const { result, target, files } = now;
      const [first] = 'problems' in result ? result.problems : [];
      return (
        <div class="stale-line" role="status">
          <Words text={`${whyNot(result, target, files[0] ?? '')} ${t('Below is the last run.')}`} />
          {first && <Problems problems={[first]} file={scenarioOf(result, files)} />}
        </div>
      );
    }
  }
}

function Line({ text }: { readonly text: string }) {
  return (
    <p class="stale-line" role="status">
      <Words text={text} />
    </p>
  );
}
