import { t } from '@vscode/l10n';
import type { Seconds } from '../../../server/protocol/requests.ts';
import type { Run } from '../../../server/simulator/run/run.ts';

/** A field that an edit named and that there is not. */
interface DroppedField {
  readonly t: Seconds;
  /** The place of the edit among the actions. */
  readonly action: number;
  readonly path: string;
}

/** In order of time. */
export function droppedIn({ actionResults }: Run): readonly DroppedField[] {
  return actionResults.flatMap(({ at, action, dropped = [] }) => dropped.map(({ path }) => ({ t: at, action, path })));
}

/** What becomes of it. */
export function droppedWords(path: string): string {
  return t('Kubernetes knows no field {0}: the API server drops it, with a warning.', path);
}
