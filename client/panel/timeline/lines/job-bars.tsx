import { t } from '@vscode/l10n';
import { isInSight, leftOf } from '../../axis/stretch.ts';
import { JobGhost } from '../../ghost/ghost-bars.tsx';
import { isEnd } from '../../picture/drawn-state.ts';
import { failuresUsed, isLimited } from '../../picture/failures.ts';
import type { Picture } from '../../picture/picture.ts';
import type { JobLine, Segment } from '../../picture/segments.ts';
import type { Selected, View } from '../../state/page-state.ts';
import type { Pointed } from '../explained/explain.ts';
import { StateBar } from './bar.tsx';

interface Props {
  readonly picture: Picture;
  readonly job: JobLine;
  readonly view: View;
  readonly onPoint: (selected: Selected, pointed: Pointed) => void;
}

/** A Job's states, with a tick for each failure that counts, and how many of those that it may have. */
export function JobBars({ picture, job, view, onPoint }: Props) {
  const used = failuresUsed(picture.run, job);
  return (
    <>
      {statesOf(job)
        .filter(({ from, to, last }) => (to > from || last) && to >= view.from && from <= view.to)
        .map((segment) => (
          <StateBar
            key={`${segment.from} ${segment.status}`}
            segment={segment}
            view={view}
            text={[segment.more || segment.status, ...(isEnd(segment.state) || !used ? [] : [usedText(used)])].join(' · ')}
            onSelect={() => onPoint({ kind: 'Job', ordinal: job.ordinal }, { kind: 'job-state', segment, job })}
          />
        ))}
      <JobGhost job={job} view={view} />
      {job.failures
        .filter((one) => isInSight(one.t, view))
        .slice(0, 200)
        .map((one) => (
          <span key={one.t} class="failure" style={{ left: leftOf(one.t, view) }} title={t('{0} pods failed so far', one.failed)} />
        ))}
      {job.deleted !== undefined && isInSight(job.deleted, view) && (
        <span class="deleted" style={{ left: leftOf(job.deleted, view) }} title={t('deleted')} />
      )}
    </>
  );
}

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

function usedText({ failed, limit }: { readonly failed: number; readonly limit: number }): string {
  return isLimited(limit) ? t('{0} of {1} failures used', failed, limit) : t('{0} failures', failed);
}
