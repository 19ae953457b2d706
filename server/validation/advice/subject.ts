import { runsIn } from '../../estimate/runs/pod-run.ts';
import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import { field, root } from '../../kubernetes/finding/field-path.ts';
import type { CronJobSpec, ObjectMeta } from '../../kubernetes/generated/types.ts';
import type { ObjectOfKind } from '../../kubernetes/kinds.ts';
import { findTimeZone, utc } from '../../kubernetes/time-zones/time-zone.ts';
import type { AdviceContext, Subject, Timing } from './rule.ts';

const beginOf2026 = Date.UTC(2026, 0, 1);

/** The object is not yet given its defaults. */
export function subjectOf(advised: ObjectOfKind, { now = beginOf2026, partial = false }: AdviceContext): Subject {
  const spec = field(root, 'spec');
  const metadata: ObjectMeta = advised.object.metadata ?? {};
  const cronJob = advised.kind === 'CronJob' ? (advised.object.spec ?? {}) : undefined;
  const job = advised.kind === 'Job' ? advised.object.spec : advised.object.spec?.jobTemplate?.spec;
  const jobPath = cronJob ? field(spec, 'jobTemplate', 'spec') : spec;
  const pod = job?.template?.spec ?? {};
  return {
    metadata,
    job: job ?? {},
    jobPath,
    pod,
    podPath: field(jobPath, 'template', 'spec'),
    runOf: runsIn(pod),
    cronJob,
    timing: timingOf(cronJob),
    now,
    partial,
  };
}

function timingOf(cronJob: CronJobSpec | undefined): Timing | undefined {
  const text = cronJob?.schedule;
  if (text === undefined) return undefined;
  const parsed = parseSchedule(text);
  const zone = cronJob?.timeZone === undefined ? utc : findTimeZone(cronJob.timeZone);
  if (!parsed.ok || !zone) return undefined;
  return { text, schedule: parsed.schedule, zone, zoned: cronJob?.timeZone !== undefined };
}
