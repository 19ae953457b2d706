import { t } from '@vscode/l10n';
import { fieldBehind } from '../../../../server/simulator/run/reasons/field-behind.ts';
import { isEnd } from '../../../../server/simulator/timeline/drawn-state.ts';
import { isInSight, leftOf } from '../../axis/stretch.ts';
import type { View } from '../../axis/view.ts';
import { JobGhost } from '../../ghost/ghost-bars.tsx';
import { useGoverned } from '../../governed/governed.ts';
import { failuresUsed } from '../../picture/failures.ts';
import { limitsOf } from '../../picture/limits.ts';
import type { Picture } from '../../picture/picture.ts';
import type { JobLine, Segment } from '../../picture/segments.ts';
import { failureWords } from '../explained/failure-words.ts';
import { StateBar } from './bar.tsx';
import { LimitTick } from './limit-tick.tsx';
import type { LineActs } from './line-acts.ts';

interface Props {
  readonly picture: Picture;
  readonly job: JobLine;
  readonly view: View;
  readonly acts: Pick<LineActs, 'point' | 'explain'>;
}

/** A Job's states, with a tick for each failure that counts, and how many of those that it may have. */
export function JobBars({ picture, job, view, acts }: Props) {
  const { run, clock } = picture;
  const used = failuresUsed(run, job);
  const limits = run.kind === 'CronJob' ? limitsOf(run, job.ordinal) : [];
  const governed = useGoverned(() => [fieldBehind(run, 'BackoffLimitExceeded') ?? []]);
  return (
    <>
      {statesOf(job)
        .filter(({ from, to, last }) => (to > from || last) && to >= view.from && from <= view.to)
        .map((segment) => (
          <StateBar
            key={`${segment.from} ${segment.status}`}
            segment={segment}
            view={view}
            clock={clock}
            parts={[shortOf(segment) || segment.status, ...(isEnd(segment.state) || !used ? [] : [failureWords(used)])]}
            onSelect={() => acts.point({ kind: 'Job', ordinal: job.ordinal }, { kind: 'job-state', segment, job })}
          />
        ))}
      <JobGhost job={job} view={view} />
      {job.failures
        .filter((one) => isInSight(one.t, view))
        .slice(0, 200)
        .map((one) => (
          <span
            key={one.t}
            class={`failure${governed}`}
            style={{ left: leftOf(one.t, view) }}
            title={t('Failures so far: {0}', one.failed)}
          />
        ))}
      {limits.map((limit) => (
        <LimitTick key={`${limit.kind} ${limit.at}`} limit={limit} picture={picture} view={view} onExplain={acts.explain} />
      ))}
      {job.deleted !== undefined && isInSight(job.deleted, view) && (
        <span class="deleted" style={{ left: leftOf(job.deleted, view) }} title={t('deleted')} />
      )}
    </>
  );
}

/** At its end `10000` says as much as `10000/10000`, and there is room for it. */
function shortOf({ more, state }: Segment): string {
  const [done = '', all] = more.split('/');
  return isEnd(state) && done === all && more.length > mostLetters ? done : more;
}

const mostLetters = 7;

/** However often COMPLETIONS changes, it is one state, which says how far it came. */
function statesOf({ segments }: JobLine): readonly Segment[] {
  const states: Segment[] = [];
  for (const segment of segments) {
    const before = states.at(-1);
    if (before?.status === segment.status) states[states.length - 1] = { ...segment, from: before.from };
    else states.push(segment);
  }
  return states;
}
