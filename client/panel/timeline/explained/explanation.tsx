import { t } from '@vscode/l10n';
import { podName, readRun } from '../../../../server/simulator/run/read-run.ts';
import { duration } from '../../axis/axis.ts';
import { whenText } from '../../axis/wall-clock.ts';
import type { FieldPath } from '../../host/messages.ts';
import { Words } from '../../host/words.tsx';
import type { Picture } from '../../picture/picture.ts';
import { podSegments, type Segment } from '../../picture/segments.ts';
import type { Explained, Selected } from '../../state/page-state.ts';
import { Sign } from '../signs/sign.tsx';

interface Props {
  readonly picture: Picture;
  readonly explained: Explained | undefined;
  readonly selected: Selected | undefined;
  readonly onReveal: (path: FieldPath) => void;
}

/** What was clicked in words; otherwise the states of the chosen object one by one. */
export function Explanation({ picture, explained, selected, onReveal }: Props) {
  return (
    <div class="details" aria-live="polite">
      {explained ? <InWords explained={explained} onReveal={onReveal} /> : <States picture={picture} selected={selected} />}
    </div>
  );
}

function InWords({ explained: { title, lines, path }, onReveal }: { readonly explained: Explained; readonly onReveal: Props['onReveal'] }) {
  return (
    <>
      <h3>{title}</h3>
      {lines.map((line) => (
        <p key={line}>
          <Words text={line} />
        </p>
      ))}
      {path && (
        <button type="button" class="inline" onClick={() => onReveal(path)}>
          {t('Show {0}', path.filter((step) => typeof step === 'string').at(-1) ?? '')}
        </button>
      )}
    </>
  );
}

/** More states than this are not listed. */
const mostStates = 24;

function States({ picture, selected }: Pick<Props, 'picture' | 'selected'>) {
  const { run, jobs, end, clock } = picture;
  if (selected?.kind === 'Group') return null;
  const isPod = selected?.kind === 'Pod';
  const job = jobs.find(({ ordinal }) => ordinal === (isPod ? -1 : (selected?.ordinal ?? 0)));
  const segments = isPod ? podSegments(run, selected.ordinal, end) : (job?.segments ?? []);
  const title = isPod ? `#${selected.ordinal} ${podName(readRun(run), selected.ordinal)}` : (job?.name ?? '');
  return (
    <>
      <h3>{title}</h3>
      <ol>
        {segments.slice(0, mostStates).map((one) => (
          <li key={`${one.from} ${one.status} ${one.more}`}>
            <State segment={one} clock={clock} />
          </li>
        ))}
        {segments.length > mostStates && <li class="quiet">{t('{0} more', segments.length - mostStates)}</li>}
      </ol>
    </>
  );
}

function State({ segment, clock }: { readonly segment: Segment; readonly clock: Picture['clock'] }) {
  const { from, to, state, status, more, last } = segment;
  return (
    <>
      <span class="at">{whenText(from, clock)}</span> <Sign state={state} />{' '}
      <span>
        {status || t('no status')} {more}
        {!last && to > from && <span class="quiet"> · {t('for {0}', duration(to - from))}</span>}
      </span>
    </>
  );
}
