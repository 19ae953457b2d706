import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { behaviourOf } from '../versions/behaviour.ts';
import { templateColumns } from './get-jobs.ts';
import { humanDuration } from './human-duration.ts';
import type { CronJobLine } from './moment.ts';
import { sinceStamp } from './since-stamp.ts';
import type { Column } from './table.ts';

/** The columns of `kubectl get cronjobs`. */
export function cronJobTable(version: KubernetesVersion): readonly Column<CronJobLine>[] {
  return [
    { name: 'Name', cell: ({ name }) => name },
    { name: 'Schedule', cell: ({ SCHEDULE }) => SCHEDULE },
    ...(behaviourOf(version).has('timeZoneOfCronJobs') ? [{ name: 'Timezone', cell: ({ TIMEZONE }: CronJobLine) => TIMEZONE }] : []),
    { name: 'Suspend', cell: ({ SUSPEND }) => SUSPEND },
    { name: 'Active', cell: ({ ACTIVE }) => `${ACTIVE}` },
    {
      name: 'Last Schedule',
      cell: ({ lastSchedule }, clock) => (lastSchedule === undefined ? '<none>' : humanDuration(sinceStamp(clock, lastSchedule))),
    },
    { name: 'Age', cell: ({ created }, clock) => humanDuration(sinceStamp(clock, created)) },
    ...templateColumns<CronJobLine>(({ object }) => object.spec?.jobTemplate?.spec?.template),
    { name: 'Selector', wide: true, cell: () => '<none>' },
  ];
}
