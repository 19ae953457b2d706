import { describeText } from '../../../server/simulator/kubectl/describe.ts';
import { getText } from '../../../server/simulator/kubectl/get.ts';
import type { Moment } from '../../../server/simulator/kubectl/moment.ts';

/** Everything that kubectl can print at a moment, each below the name of its command. */
export function allOutputs(moment: Moment): string {
  const resources = ['jobs', 'pods', 'cronjobs', 'events'] as const;
  return [
    ...resources.map((resource) => `get ${resource} -o wide\n${getText(resource, moment, { wide: true })}`),
    ...resources.map((resource) => `get ${resource}\n${getText(resource, moment)}`),
    ...resources.map((resource) => `get ${resource} --watch\n${getText(resource, moment, { watch: true, watchEvents: true, wide: true })}`),
    `describe\n${describeText(moment)}`,
  ].join('\n');
}
