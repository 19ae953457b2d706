/** What is wrong with a schedule: `code` names a text of `messages/en/schedule.ts`. */
export interface ScheduleFault {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
}
