import { t } from '@vscode/l10n';
import type { Seconds } from '../../../server/protocol/requests.ts';
import { instantOf } from '../../../server/simulator/engine/clock.ts';
import { seenEvents } from '../../../server/simulator/run/events-at.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import { fieldBehind } from '../../../server/simulator/run/reasons/field-behind.ts';
import { fieldOfContainer } from '../../../server/simulator/run/reasons/fields-behind-pod.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Action } from '../../../server/simulator/scenario/scenario.ts';
import { whenText } from '../axis/wall-clock.ts';
import type { FieldPath } from '../host/messages.ts';
import type { Picture } from '../picture/picture.ts';
import type { Explained } from '../state/page-state.ts';
import { droppedWords } from '../what-if/dropped-fields.ts';
import { patchWords } from '../what-if/edit-words.ts';
import type { Mark } from './marks.ts';

/** What happens, in a few words. */
export function markTitle(mark: Mark): string {
  switch (mark.kind) {
    case 'action':
      return mark.refused.length > 0 ? t('Refused: {0}', actionWords(mark.action)) : actionWords(mark.action);
    case 'node-gone':
      return t('{0} is gone, with {1} pods', mark.node, mark.pods.length);
    case 'pods-refused':
      return t('The namespace refuses pods');
    case 'probe-failed':
      return t('The {0} probe of #{1} fails', mark.probe, mark.pod);
    case 'forbidden':
      return mark.startsLater ? t('Kept back') : t('Skipped');
    case 'missed':
      return t('Missed');
    case 'replaced':
      return t('Replaced');
  }
}

/** The same with its second, why, and the field behind it. */
export function explainMark(mark: Mark, { run, clock }: Pick<Picture, 'run' | 'clock'>): Explained {
  const [path] = fieldsBehindMark(mark, run);
  return { title: `${whenText(mark.t, clock)} · ${markTitle(mark)}`, lines: reasonsFor(mark, run, clock), ...(path ? { path } : {}) };
}

function reasonsFor(mark: Mark, run: Run, clock: Picture['clock']): readonly string[] {
  const due = 'due' in mark ? whenText((mark.due - run.epoch) / 1000, clock) : '';
  switch (mark.kind) {
    case 'action':
      return mark.refused.length > 0 ? mark.refused : [t('Accepted.'), ...mark.dropped.map(droppedWords)];
    case 'forbidden':
      return [
        t('No Job for {0}: another one is active, and concurrencyPolicy is Forbid.', due),
        ...(mark.startsLater ? [t('It starts when that one has ended.')] : []),
      ];
    case 'missed':
      return [t('No Job for {0}: startingDeadlineSeconds had passed before one could be started.', due)];
    case 'replaced':
      return [t('{0} is deleted as the next is due: concurrencyPolicy is Replace.', mark.job)];
    case 'pods-refused':
      return [refusalTold(run, mark.t) ?? [], t('The Job is tried again, later after each refusal.')].flat();
    default:
      return [];
  }
}

/** What the event says that the Job has by then. */
function refusalTold(run: Run, second: Seconds): string | undefined {
  for (const { line } of seenEvents(readRun(run), instantOf(second + 0.1))) if (line.reason === 'FailedCreate') return line.message;
  return undefined;
}

/** The fields that have caused it, or that it sets. */
export function fieldsBehindMark(mark: Mark, run: Run): readonly FieldPath[] {
  switch (mark.kind) {
    case 'action':
      return mark.action.kind === 'patch' ? [pathOf(mark.action.patch)] : [];
    case 'probe-failed':
      return [fieldOfContainer(readRun(run), mark.pod, mark.container, `${mark.probe}Probe`) ?? []].filter(({ length }) => length > 0);
    case 'forbidden':
    case 'replaced':
      return [fieldBehind(run, 'ConcurrencyPolicy') ?? []];
    case 'missed':
      return [fieldBehind(run, 'StartingDeadline') ?? []];
    case 'node-gone':
    case 'pods-refused':
      return [];
  }
}

function actionWords(action: Action): string {
  switch (action.kind) {
    case 'patch':
      return t('set {0}', patchWords(action.patch));
    case 'delete-pod':
      return t('delete #{0}', action.pod);
    case 'evict-pod':
      return t('evict #{0}', action.pod);
    case 'kill-container':
      return t('kill a container of #{0}', action.pod);
    case 'fail-node':
      return t('{0} fails', action.node);
    case 'delete':
      return t('delete it');
  }
}

/** The first field that a patch sets. */
function pathOf(patch: Readonly<Record<string, unknown>>): readonly string[] {
  const [first] = Object.entries(patch);
  if (!first) return [];
  const [name, value] = first;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? [name, ...pathOf({ ...value })] : [name];
}
