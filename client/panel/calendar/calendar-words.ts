import { t } from '@vscode/l10n';
import { duration } from '../axis/axis.ts';
import { knownZone } from '../axis/wall-clock.ts';
import type { Day } from './days.ts';
import type { RunState, ScheduledRun } from './scheduled-runs.ts';

export function stateWords(state: RunState): string {
  switch (state) {
    case 'due':
      return t('due');
    case 'complete':
      return t('complete');
    case 'failed':
      return t('failed');
    case 'running':
      return t('running');
    case 'replaced':
      return t('replaced by the next');
    case 'forbidden':
      return t('skipped: the one before still ran, and concurrencyPolicy is Forbid');
    case 'suspended':
      return t('not started: the CronJob is suspended');
    case 'missed':
      return t('missed: no Job could be started in time');
  }
}

/** A time by the clock of a zone: `Thu, Jan 1, 02:30`; with its year where that is far from now, as the run has it. */
export function clockText(at: number, zone: string | undefined, now = at): string {
  return new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
    ...(zone === undefined ? {} : { timeZone: knownZone(zone) }),
    ...(Math.abs(at - now) > halfYear ? { year: 'numeric' } : {}),
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** In milliseconds. */
const halfYear = 183 * 86_400_000;

/** A run in a sentence: when, by the CronJob's clock and by the reader's, and what became of it. */
export function runWords(run: ScheduledRun, zone: string): readonly string[] {
  const { at, state, overlaps, seconds, removed } = run;
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    t('{0} ({1}); {2} by your clock ({3})', clockText(at, zone), zone, clockText(at, undefined), own),
    seconds === undefined ? stateWords(state) : t('{0}, {1} long', stateWords(state), duration(seconds)),
    ...(overlaps ? [t('The run before still ran when it began.')] : []),
    ...(removed === undefined ? [] : [t('Its Job was deleted at {0} of the run.', duration(removed))]),
  ];
}

/** A day in a line. */
export function dayWords({ date, count, runs, clockChange }: Day): string {
  const failed = runs.filter(({ state }) => state === 'failed').length;
  const skipped = runs.filter(({ state }) => state === 'forbidden' || state === 'missed').length;
  return [
    t('{0}: {1} times', date, count),
    ...(failed > 0 ? [t('{0} failed', failed)] : []),
    ...(skipped > 0 ? [t('{0} skipped or missed', skipped)] : []),
    ...(clockChange === 0 ? [] : [changeWords(clockChange)]),
  ].join(', ');
}

function changeWords(seconds: number): string {
  return seconds > 0 ? t('the clocks go forward {0}', duration(seconds)) : t('the clocks go back {0}', duration(-seconds));
}
