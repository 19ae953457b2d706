import { t } from '@vscode/l10n';
import type { Outcome, Summary } from '../../../server/simulator/recording/recording.ts';
import { duration } from '../axis/axis.ts';

/** How a run differs from the one before, in a few words each: `+96s`, `+2 pods`, `now fails`. None where they came out alike. */
export function differences(before: Summary, after: Summary): readonly string[] {
  const outcome = before.outcome === after.outcome ? [] : [outcomeChange(after.outcome)];
  const time =
    before.duration === null || after.duration === null ? [] : changed(after.duration - before.duration, (seconds) => duration(seconds));
  return [
    ...time,
    ...changed(after.podsCreated - before.podsCreated, (count) => (count === 1 ? t('{0} pod', count) : t('{0} pods', count))),
    ...changed(after.restarts - before.restarts, (count) => (count === 1 ? t('{0} restart', count) : t('{0} restarts', count))),
    ...outcome,
  ];
}

function changed(by: number, words: (amount: number) => string): readonly string[] {
  // Below a tenth is what rounding makes of the same time.
  if (Math.abs(by) < 0.05) return [];
  return [`${by > 0 ? '+' : '−'}${words(Math.abs(by))}`];
}

function outcomeChange(outcome: Outcome): string {
  switch (outcome) {
    case 'Complete':
      return t('now completes');
    case 'Failed':
      return t('now fails');
    case 'Suspended':
      return t('now suspended');
    case 'Running':
      return t('now does not end');
    case 'Deleted':
      return t('now deleted');
    case 'Scheduled':
      return t('now goes on');
  }
}
