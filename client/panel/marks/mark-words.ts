import { t } from '@vscode/l10n';
import type { Action } from '../../../server/simulator/scenario/scenario.ts';
import { duration } from '../axis/axis.ts';
import type { Explained } from '../state/page-state.ts';
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
  }
}

/** The same with its second, and why. */
export function explainMark(mark: Mark): Explained {
  const path = mark.kind === 'action' && mark.action.kind === 'patch' ? pathOf(mark.action.patch) : undefined;
  return {
    title: `${duration(mark.t)} · ${markTitle(mark)}`,
    lines: mark.kind === 'action' ? [...mark.refused, ...(mark.refused.length > 0 ? [] : [t('Accepted.')])] : [],
    ...(path ? { path } : {}),
  };
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
