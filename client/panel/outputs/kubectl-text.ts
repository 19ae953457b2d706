import type { Seconds } from '../../../server/protocol/requests.ts';
import { describeText } from '../../../server/simulator/kubectl/describe.ts';
import { getText } from '../../../server/simulator/kubectl/get.ts';
import { at } from '../../../server/simulator/run/at.ts';
import { finishOf } from '../../../server/simulator/run/finish.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Output } from '../host/messages.ts';

/** What kubectl prints at that second of the run; without one when all that it shows has happened. */
export function kubectlText(output: Output, run: Run, t: Seconds = finishOf(run)): string {
  const moment = at(run, t);
  switch (output) {
    case 'watch':
      return getText('jobs', moment, { watch: true });
    case 'pods':
    case 'events':
      return getText(output, moment);
    case 'describe':
      return describeText(moment);
  }
}
