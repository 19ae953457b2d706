import { t } from '@vscode/l10n';
import type { PodChange, PodMeant, ScenarioAction, WhatIfEdit } from '../../../server/simulator/what-if/what-if-edit.ts';
import { duration } from '../axis/axis.ts';
import { type WallClock, whenText } from '../axis/wall-clock.ts';

/** What an edit says, in a few words; of a CronJob by its clock. */
export function editWords(edit: WhatIfEdit, clock: WallClock | undefined): string {
  switch (edit.kind) {
    case 'run-time':
      return edit.seconds === null ? t('runs as its command says') : t('runs {0}', duration(edit.seconds));
    case 'failure-rate':
      return edit.share === null ? t('ends as its command says') : t('{0} % fail', percent(edit.share));
    case 'start':
      return edit.seconds === null ? t('starts as usual') : t('starts after {0}', duration(edit.seconds));
    case 'room':
      return edit.pods === null ? t('room for any number of pods') : t('room for {0} pods', edit.pods);
    case 'seed':
      return t('luck no. {0}', edit.seed);
    case 'pod':
      return `${podWords(edit.pod)}: ${changeWords(edit.change)}`;
    case 'action':
      return t('at {0}: {1}', whenText(edit.action.at, clock), actionWords(edit.action));
  }
}

export function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}

function podWords(pod: PodMeant): string {
  if ('ordinal' in pod) return pod.job === undefined ? `#${pod.ordinal}` : t('#{0} of Job {1}', pod.ordinal, pod.job);
  return pod.attempt === undefined ? t('index {0}', pod.index) : t('index {0}, attempt {1}', pod.index, pod.attempt);
}

function changeWords(change: PodChange): string {
  if ('for' in change) return t('runs {0}', duration(change.for));
  if ('exit' in change) return change.exit === 0 ? t('ends well') : t('fails with exit code {0}', change.exit);
  if ('outOfMemory' in change) return t('runs out of memory');
  if ('cannotPull' in change) return t('never gets its image');
  return 'cannotSchedule' in change ? t('never gets a node') : t('cannot start');
}

function actionWords(action: ScenarioAction): string {
  if ('deletePod' in action) return t('delete #{0}', action.deletePod);
  if ('evictPod' in action) return t('evict #{0}', action.evictPod);
  if ('killContainer' in action) return t('kill a container of #{0}', action.killContainer);
  if ('failNode' in action) return t('{0} fails', action.failNode);
  if ('delete' in action) return t('delete it');
  return t('set {0}', patchWords(action.patch));
}

/** A patch as `spec.suspend=true`. */
export function patchWords(patch: Readonly<Record<string, unknown>>, path = ''): string {
  return Object.entries(patch)
    .map(([name, value]) => (isRecord(value) ? patchWords(value, `${path}${name}.`) : `${path}${name}=${JSON.stringify(value)}`))
    .join(', ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
