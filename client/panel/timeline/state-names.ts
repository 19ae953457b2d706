import { t } from '@vscode/l10n';
import type { DrawnState } from './pod-states.ts';

/** In the language of the panel, which is known only once the first state has come. */
export function stateName(state: DrawnState): string {
  switch (state) {
    case 'waiting':
      return t('waiting');
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
