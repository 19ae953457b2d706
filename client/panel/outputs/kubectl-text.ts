import type { Seconds } from '../../../server/protocol/requests.ts';
import { describeText } from '../../../server/simulator/kubectl/describe.ts';
import { describePod, describePods } from '../../../server/simulator/kubectl/describe-pod.ts';
import { getText } from '../../../server/simulator/kubectl/get.ts';
import type { Moment } from '../../../server/simulator/kubectl/moment.ts';
import { at } from '../../../server/simulator/run/at.ts';
import { finishOf } from '../../../server/simulator/run/finish.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { readWrittenRun, type WrittenRun } from '../../../server/simulator/run/written/written-run.ts';
import type { Output } from '../host/messages.ts';

/**
 * What kubectl prints at that second of the run; without one when all that it shows has happened. `pod` names the pod that is
 * described; without it all are.
 */
export function kubectlText(output: Output, run: Run, t: Seconds = finishOf(run), pod?: string): string {
  const moment = at(run, t);
  switch (output) {
    case 'watch':
      return getText('jobs', moment, { watch: true });
    case 'pods':
    case 'events':
      return getText(output, moment);
    case 'describe':
      return describeText(moment);
    case 'wide':
      return getText('pods', moment, { wide: true });
    case 'describe-pod':
      return described(moment, pod);
  }
}

/** The same of a run as it is sent. */
export function kubectlTextOfSent(output: Output, sent: WrittenRun, t: Seconds | undefined): string {
  return kubectlText(output, readWrittenRun(sent), t);
}

/** A pod that is not there yet, or not any more, is not described. */
function described(moment: Moment, name: string | undefined): string {
  if (name === undefined) return describePods(moment);
  const pod = moment.pods.find((one) => one.name === name);
  return pod ? describePod(moment, pod) : '';
}
