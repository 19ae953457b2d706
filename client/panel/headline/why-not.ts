import { t } from '@vscode/l10n';
import type { Target } from '../host/messages.ts';
import type { NotSimulated } from '../state/page-state.ts';

/** Why there is no run, in a sentence. */
export function whyNot(result: NotSimulated, target: Target, manifest: string): string {
  switch (result.status) {
    case 'gone':
      return t('{0} is gone: it is no longer in {1}.', target.name ?? target.kind, manifest);
    case 'unfinished':
      return result.message;
    case 'refused':
      return result.what === 'scenario'
        ? t('The scenario cannot be played until it is mended.')
        : t('The API server would not accept this: there is nothing to simulate until it is mended.');
  }
}

/** The scenario's file, where the problems stand in it. */
export function scenarioOf(result: NotSimulated, files: readonly string[]): string | undefined {
  return result.status === 'refused' && result.what === 'scenario' ? (files[1] ?? files[0]) : undefined;
}
