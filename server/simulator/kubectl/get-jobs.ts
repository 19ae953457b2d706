import type { Job, PodTemplateSpec } from '../../kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { behaviourOf } from '../versions/behaviour.ts';
import { orNone, selectorText } from './described-values.ts';
import { humanDuration } from './human-duration.ts';
import type { JobLine } from './moment.ts';
import { sinceStamp } from './since-stamp.ts';
import type { Column } from './table.ts';

/** The columns of `kubectl get jobs`. */
export function jobTable(version: KubernetesVersion): readonly Column<JobLine>[] {
  return [
    { name: 'Name', cell: ({ name }) => name },
    ...(behaviourOf(version).has('statusOfJobs') ? [{ name: 'Status', cell: ({ STATUS }: JobLine) => STATUS }] : []),
    { name: 'Completions', cell: ({ COMPLETIONS }) => COMPLETIONS },
    { name: 'Duration', cell: ({ DURATION }) => DURATION },
    { name: 'Age', cell: ({ created }, clock) => humanDuration(sinceStamp(clock, created)) },
    ...templateColumns<JobLine>(({ object }) => object.spec?.template),
    { name: 'Selector', wide: true, cell: ({ object }) => selectorCell(object) },
  ];
}

function selectorCell({ spec }: Job): string {
  return orNone(selectorText(spec?.selector));
}

/** CONTAINERS and IMAGES of a pod template. */
export function templateColumns<Line>(templateOf: (line: Line) => PodTemplateSpec | undefined): readonly Column<Line>[] {
  const containersOf = (line: Line) => templateOf(line)?.spec?.containers ?? [];
  return [
    {
      name: 'Containers',
      wide: true,
      cell: (line) =>
        containersOf(line)
          .map(({ name = '' }) => name)
          .join(','),
    },
    {
      name: 'Images',
      wide: true,
      cell: (line) =>
        containersOf(line)
          .map(({ image = '' }) => image)
          .join(','),
    },
  ];
}
