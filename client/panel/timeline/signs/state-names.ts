import { t } from '@vscode/l10n';
import type { DrawnState } from '../../../../server/simulator/timeline/drawn-state.ts';

/** In the language of the panel, which is known only once the first state has come. */
export function stateName(state: DrawnState): string {
  switch (state) {
    case 'waiting':
      return t('waiting');
    case 'starting':
      return t('pulling and starting');
    case 'initialising':
      return t('initialising');
    case 'not-ready':
      return t('not ready');
    case 'running':
      return t('running');
    case 'backing-off':
      return t('backing off');
    case 'stopping':
      return t('stopping');
    case 'succeeded':
      return t('succeeded');
    case 'failed':
      return t('failed');
    case 'suspended':
      return t('suspended');
  }
}
