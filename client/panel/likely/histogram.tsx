import { t } from '@vscode/l10n';
import type { KnownLikelihood } from '../state/page-state.ts';
import type { Bin } from './bins.ts';

type RunInNumbers = KnownLikelihood['runs'][number];

interface Props {
  readonly label: string;
  readonly bins: readonly Bin<RunInNumbers>[];
  readonly words: (bin: Bin<RunInNumbers>) => string;
  readonly onOpen: (run: RunInNumbers) => void;
}

/** How a number spreads over runs. Each bar is a button that opens one of its runs; the failed among them are hatched. */
export function Histogram({ label, bins, words, onOpen }: Props) {
  const most = bins.reduce((found, { runs }) => Math.max(found, runs.length), 1);
  const [first, last] = [bins[0], bins.at(-1)];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is for what can be sent.
    <div class="histogram" role="group" aria-label={label}>
      <span>{label}</span>
      <div class="columns">
        {bins.map((bin) => {
          const { from, runs } = bin;
          const run = runs[Math.floor(runs.length / 2)];
          const failed = runs.filter(({ outcome }) => outcome === 'Failed').length;
          const title = t('{0}: {1} runs, {2} of them failed. Open one', words(bin), runs.length, failed);
          return (
            <button key={from} type="button" disabled={!run} title={title} aria-label={title} onClick={() => run && onOpen(run)}>
              <span class="column" style={{ height: `${(runs.length / most) * 100}%` }}>
                <span class="failed" style={{ height: `${runs.length === 0 ? 0 : (failed / runs.length) * 100}%` }} />
              </span>
            </button>
          );
        })}
      </div>
      <div class="ends quiet">
        <span>{first && words({ ...first, to: first.from })}</span>
        <span>{last && first !== last && words({ ...last, from: last.to })}</span>
      </div>
    </div>
  );
}
