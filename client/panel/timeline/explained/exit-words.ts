import { t } from '@vscode/l10n';

/** What an exit code tells, by the customs of shells and container runtimes. */
export function exitWords(code: number): string {
  switch (code) {
    case 126:
      return t('Exit code 126: the command was found, but could not be run.');
    case 127:
      return t('Exit code 127: the command was not found.');
    case 128:
      return t('Exit code 128: the container could not be started.');
    case 137:
      return t('Exit code 137: killed by SIGKILL, for lack of memory, after the grace period, or by hand.');
    case 143:
      return t('Exit code 143: ended by SIGTERM, as it was told to stop.');
    default:
      return code > 128 && code < 160 ? t('Exit code {0}: ended by signal {1}.', code, code - 128) : t('Exit code {0}.', code);
  }
}
