import { t } from '@vscode/l10n';
import { podName, readRun } from '../../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../../server/simulator/run/run.ts';
import { dayAndTime } from '../../axis/wall-clock.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Place } from '../../picture/places.ts';
import type { Row } from '../../picture/rows.ts';

/** Short, as it stands before a line. */
export function lineLabel({ run, clock }: Picture, row: Row): string {
  switch (row.kind) {
    case 'job':
      return clock ? dayAndTime(row.job.segments[0]?.from ?? 0, clock) : t('Job');
    case 'group':
      return groupLabel(row.places, row.first);
    case 'place':
      return placeLabel(run, row.place);
  }
}

/** What fits where names are usual. */
const usualLength = 9;

/** Of lines taken together, such as `[95000–97499]`. */
export function hasLongName(picture: Picture, row: Row): boolean {
  return row.kind === 'group' && lineLabel(picture, row).length > usualLength;
}

/** In full. */
export function lineName(run: Run, row: Row): string {
  switch (row.kind) {
    case 'job':
      return row.job.name;
    case 'group':
      return t('{0} lines of pods: {1}', row.places.length, groupLabel(row.places, row.first));
    case 'place':
      return placeName(run, row.place);
  }
}

function groupLabel(places: readonly Place[], first: number): string {
  const [begin, end] = [places[0]?.index ?? first, places.at(-1)?.index ?? first + places.length - 1];
  return places[0]?.index === undefined ? `${begin + 1}–${end + 1}` : `[${begin}–${end}]`;
}

/** The completion index, or the number of the first pod; with the end of its name where there is room for one alone. */
function placeLabel(run: Run, { index, pods }: Place): string {
  const [first = 0, ...more] = pods;
  const name = podName(readRun(run), first);
  const begin = index === undefined ? `#${first}` : `[${index}]`;
  return more.length === 0 ? `${begin} ${name.slice(name.lastIndexOf('-') + 1)}` : t('{0} +{1} more', begin, more.length);
}

const mostNames = 8;

function placeName(run: Run, { index, pods }: Place): string {
  const names = pods.slice(0, mostNames).map((pod) => `#${pod} ${podName(readRun(run), pod)}`);
  const all = [...names, ...(pods.length > mostNames ? [`… ${pods.length}`] : [])].join(', ');
  return index === undefined ? t('Pods {0}', all) : t('Index {0}: pods {1}', index, all);
}
