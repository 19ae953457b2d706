import { t } from '@vscode/l10n';
import { type WallClock, whenText } from '../../axis/wall-clock.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Row } from '../../picture/rows.ts';
import { podSegments, type Segment } from '../../picture/segments.ts';
import { lineName } from './line-names.ts';

/** More are not read out of a line. */
const mostStates = 12;

/** What a line shows, for those who do not see it. */
export function spokenLine({ run, lives, end, clock }: Picture, row: Row): string {
  const name = lineName(run, row);
  switch (row.kind) {
    case 'job':
      return spoken(name, row.job.segments, row.job.deleted, clock);
    case 'group': {
      const pods = row.places.flatMap((place) => place.pods);
      const failed = pods.filter((pod) => lives.failed[pod] === 1).length;
      return `${name}: ${t('{0} pods, {1} of them failed', pods.length, failed)}`;
    }
    case 'place': {
      const pods = row.place.pods.slice(0, mostStates);
      const segments = pods.flatMap((pod) => podSegments(run, pod, end));
      return spoken(name, segments, lives.deleted[pods.at(-1) ?? 0], clock);
    }
  }
}

function spoken(name: string, segments: readonly Segment[], deleted: number | undefined, clock: WallClock | undefined): string {
  const states = segments
    .slice(0, mostStates)
    .map(({ from, status, more }) => t('{0} from {1}', `${status} ${more}`.trim(), whenText(from, clock)));
  const gone = deleted === undefined || deleted === Infinity ? [] : [t('deleted at {0}', whenText(deleted, clock))];
  return `${name}: ${[...states, ...gone].join(', ')}`;
}
