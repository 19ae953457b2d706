import { nextTime } from '../../kubernetes/cron/next-time.ts';
import { field, root } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** A date that no year has, such as 31 February: accepted, and never run. */
export const scheduleNeverFires: AdviceRule<'schedule-never-fires'> = {
  code: 'schedule-never-fires',
  level: 'warning',
  check({ timing, now }) {
    if (!timing || nextTime(timing.schedule, timing.zone, now) !== undefined) return undefined;
    return atValue(field(root, 'spec', 'schedule'), { schedule: timing.text });
  },
};
