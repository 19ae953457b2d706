import { t } from '@vscode/l10n';
import type { WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';
import { duration } from '../axis/axis.ts';
import type { History } from '../history/history.ts';
import type { Simulated } from '../state/page-state.ts';
import { Control } from './control.tsx';
import { percent } from './edit-words.ts';
import { failureRates, placeOf, rooms, runTimes } from './scales.ts';

interface Props {
  readonly result: Simulated;
  readonly history: History;
  readonly onEdit: (edit: WhatIfEdit) => void;
}

/** How long containers run, how often they fail, and how much room there is. */
export function Sliders({ result, history, onEdit }: Props) {
  const { runTime, failureRate, room, mostAtOnce } = controlsNow(result, history);
  const scale = rooms(Math.max(mostAtOnce, room ?? 0));
  const places = scale.map((one) => one ?? Number.POSITIVE_INFINITY);
  return (
    <div class="controls">
      <Control
        name="runTime"
        label={t('Run time')}
        places={runTimes.length}
        place={placeOf(middle(runTime) ?? result.inForce.assumedRunTime ?? 10, runTimes)}
        value={runTimeWords(runTime)}
        isAssumed={runTime === null}
        onPlace={(place) => onEdit({ kind: 'run-time', seconds: runTimes[place] ?? null })}
      />
      <Control
        name="failureRate"
        label={t('Failures')}
        places={failureRates.length}
        place={placeOf(failureRate ?? 0, failureRates)}
        value={failureRate === null ? t('as its command says') : `${percent(failureRate)} %`}
        isAssumed={failureRate === null}
        onPlace={(place) => onEdit({ kind: 'failure-rate', share: failureRates[place] ?? null })}
      />
      <Control
        name="room"
        label={t('Room in the cluster')}
        places={places.length}
        place={
          room === null
            ? places.length - 1
            : Math.max(
                0,
                places.findIndex((one) => one >= room),
              )
        }
        value={room === null ? t('any number') : t('{0} pods at a time', room)}
        isAssumed={room === null}
        onPlace={(place) => onEdit({ kind: 'room', pods: scale[place] ?? null })}
      />
    </div>
  );
}

/** As the run says, and while the next is under way as was just chosen: a slider must not jump back under the hand. */
function controlsNow({ inForce }: Simulated, { edits }: History) {
  const { controls, mostAtOnce } = inForce;
  const [runTime, failureRate, room] = [lastOf(edits, 'run-time'), lastOf(edits, 'failure-rate'), lastOf(edits, 'room')];
  return {
    runTime: runTime ? runTime.seconds : controls.runTime,
    failureRate: failureRate ? failureRate.share : controls.failureRate,
    room: room ? room.pods : controls.room,
    mostAtOnce,
  };
}

function lastOf<Kind extends WhatIfEdit['kind']>(edits: readonly WhatIfEdit[], kind: Kind) {
  return edits.findLast((edit): edit is Extract<WhatIfEdit, { readonly kind: Kind }> => edit.kind === kind);
}

type RunTime = Simulated['inForce']['controls']['runTime'];

function runTimeWords(runTime: RunTime): string {
  if (runTime === null) return t('as its command says');
  return typeof runTime === 'number' ? duration(runTime) : `${duration(runTime.min)} – ${duration(runTime.max)}`;
}

function middle(runTime: RunTime): number | undefined {
  if (runTime === null) return undefined;
  return typeof runTime === 'number' ? runTime : (runTime.min + runTime.max) / 2;
}
