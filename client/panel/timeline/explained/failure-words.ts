import { t } from '@vscode/l10n';
import { type FailuresUsed, isLimited } from '../../picture/failures.ts';

/** How many failures of those that a Job may have; it fails with the first that is one too many. */
export function failureWords({ failed, limit }: FailuresUsed): string {
  if (!isLimited(limit)) return failed === 1 ? t('{0} failure', failed) : t('{0} failures', failed);
  if (failed === 1 && limit === 0) return t('1 failure, none allowed');
  return failed > limit ? t('{0} failures, {1} allowed', failed, limit) : t('{0} of {1} failures used', failed, limit);
}
