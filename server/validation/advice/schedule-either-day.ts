import { field, root } from '../../kubernetes/finding/field-path.ts';
import { type AdviceRule, atValue } from './rule.ts';

/** Both day fields say something: then a day matches if either does, not both. */
export const scheduleEitherDay: AdviceRule<'schedule-either-day'> = {
  code: 'schedule-either-day',
  level: 'info',
  check({ timing }) {
    if (timing?.schedule.kind !== 'cron') return undefined;
    const { dayOfMonth, dayOfWeek } = timing.schedule;
    if (dayOfMonth.star || dayOfWeek.star || !dayOfMonth.values.length || !dayOfWeek.values.length) return undefined;
    const everyDay = dayOfMonth.values.length === 31 || dayOfWeek.values.length === 7;
    return atValue(field(root, 'spec', 'schedule'), { everyDay });
  },
};
