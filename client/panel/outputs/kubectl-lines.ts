import { t } from '@vscode/l10n';
import type { Seconds } from '../../../server/protocol/requests.ts';
import { describePods } from '../../../server/simulator/kubectl/describe-pod.ts';
import { getLines, getText } from '../../../server/simulator/kubectl/get.ts';
import type { Lines } from '../../../server/simulator/kubectl/table.ts';
import { at, jobChangesSeen } from '../../../server/simulator/run/at.ts';
import { once } from '../../../server/simulator/run/once.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Output } from '../host/messages.ts';
import { kubectlText } from './kubectl-text.ts';

/** What `kubectlText` gives, line by line: while the playhead moves, only the lines in sight are written. */
export type PrintLines = (output: Output, second: Seconds, pod: string | undefined) => Lines;

/** Of more pods than these the first are described: nobody scrolls through thousands of screens. */
const mostDescribed = 50;

/** For one run: what a watch has printed at its end is kept, as each moment has seen the beginning of it. */
export function linesPrinter(run: Run): PrintLines {
  const watched = once(() => linesOf(getText('jobs', at(run), { watch: true })));
  return (output, second, pod) => {
    switch (output) {
      case 'watch':
        return watchedUpTo(watched(), jobChangesSeen(run, second));
      case 'pods':
      case 'events':
        return getLines(output, at(run, second));
      case 'wide':
        return getLines('pods', at(run, second), { wide: true });
      case 'describe':
        return linesOf(kubectlText(output, run, second));
      case 'describe-pod':
        return pod === undefined ? describedPods(run, second) : linesOf(kubectlText(output, run, second, pod));
    }
  };
}

/** Below the head of the table, a line for each change. */
function watchedUpTo({ line }: Lines, changes: number): Lines {
  return { count: changes === 0 ? 0 : changes + 1, line };
}

function describedPods(run: Run, second: Seconds): Lines {
  const moment = at(run, second);
  const text = describePods(moment, mostDescribed);
  const more = moment.pods.length - mostDescribed;
  return linesOf(more > 0 ? `${text}\n\n… ${t('{0} more pods: choose one to read about it', more)}` : text);
}

export function linesOf(text: string): Lines {
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  return { count: text === '' ? 0 : lines.length, line: (place) => lines[place] ?? '' };
}
