import { t } from '@vscode/l10n';
import { fieldBehind } from '../../../../server/simulator/run/reasons/field-behind.ts';
import type { Run } from '../../../../server/simulator/run/run.ts';
import { duration } from '../../axis/axis.ts';
import { whenText } from '../../axis/wall-clock.ts';
import type { FieldPath } from '../../host/messages.ts';
import type { Limit } from '../../picture/limits.ts';
import type { Picture } from '../../picture/picture.ts';
import type { Explained } from '../../state/page-state.ts';

/** A limit in a few words. */
export function limitTitle({ kind, seconds }: Limit): string {
  switch (kind) {
    case 'deadline':
      return t('Deadline after {0}', duration(seconds));
    case 'starting-deadline':
      return t('Latest start: {0} after its time', duration(seconds));
    case 'ttl':
      return t('Removed {0} after its end', duration(seconds));
    case 'grace':
      return t('Grace period of {0}', duration(seconds));
  }
}

/** What happens at a limit, with the field that sets it. */
export function explainLimit(limit: Limit, { run, clock }: Pick<Picture, 'run' | 'clock'>): Explained {
  const [path] = fieldsBehindLimit(limit, run);
  return { title: limitTitle(limit), lines: [consequence(limit, whenText(limit.at, clock))], ...(path ? { path } : {}) };
}

function consequence({ kind }: Limit, when: string): string {
  switch (kind) {
    case 'deadline':
      return t('At {0} activeDeadlineSeconds is over: pods that still run are stopped, and the Job fails.', when);
    case 'starting-deadline':
      return t('At {0} startingDeadlineSeconds is over: a run that could not start by then is missed.', when);
    case 'ttl':
      return t('At {0} ttlSecondsAfterFinished is over: the Job is deleted with its pods.', when);
    case 'grace':
      return t('At {0} terminationGracePeriodSeconds is over: what still runs is killed, with exit code 137.', when);
  }
}

const causes: Readonly<Record<Limit['kind'], string>> = {
  deadline: 'DeadlineExceeded',
  'starting-deadline': 'StartingDeadline',
  ttl: 'TtlOver',
  grace: 'GracePeriod',
};

export function fieldsBehindLimit({ kind }: Limit, run: Run): readonly FieldPath[] {
  const path = fieldBehind(run, causes[kind]);
  return path ? [path] : [];
}
