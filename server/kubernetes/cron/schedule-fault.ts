import type { Remark } from '../../messages/en/index.ts';
import type { schedule } from '../../messages/en/schedule.ts';

/** What is wrong with a schedule: `code` names a text of `messages/en/schedule.ts`. */
export type ScheduleFault = Remark<keyof typeof schedule>;
