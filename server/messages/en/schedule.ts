import type { MessageTable } from '../table/message-table.ts';

const fieldNames: Readonly<Record<string, string>> = {
  minute: 'minute',
  hour: 'hour',
  dayOfMonth: 'day of the month',
  month: 'month',
  dayOfWeek: 'day of the week',
};

/** A part of one of the five fields. */
export type Part = {
  readonly field: string;
  readonly part: string;
};

/** A number that a field does not go to. */
export type Outside = Part & { readonly value: number; readonly least: number; readonly most: number };

const fieldName = ({ field }: Part) => fieldNames[field] ?? field;

function outside(args: Outside): string {
  const range = `the ${fieldName(args)} goes from ${args.least} to ${args.most}`;
  if (args.field === 'dayOfWeek' && args.value === 7)
    return `Kubernetes has no day 7 in a schedule: write 0 or SUN for Sunday (in \`${args.part}\`)`;
  return `\`${args.part}\` is out of range: ${range}`;
}

function notANumber(args: Part & { readonly value: string }): string {
  const { value } = args;
  if (/^(\d*[LW]|LW|[A-Z]{3}L|.*#.*)$/i.test(value)) {
    return `\`${args.part}\` is not understood as ${fieldName(args)}: Kubernetes knows no L, W or # in a schedule`;
  }
  if (value === '') return `A number is missing in \`${args.part}\`, the ${fieldName(args)}`;
  const names: Readonly<Record<string, string>> = {
    month: ' or a name of three letters such as JAN',
    dayOfWeek: ' or a name of three letters such as MON',
  };
  return `\`${value}\` is not a ${fieldName(args)}: write a number${names[args.field] ?? ''}`;
}

/** What is wrong with a schedule, by the code of `parseSchedule`. */
export const schedule = {
  'schedule-empty': 'The schedule is empty: write five fields such as `0 3 * * *`, or `@daily`',
  'schedule-zone-only': 'A schedule follows the time zone after a space; better, set spec.timeZone and write the schedule alone',
  'schedule-zone-unknown': 'There is no time zone `{zone}`: use a name of the IANA data such as Europe/Berlin, in spec.timeZone',
  'schedule-descriptor-unknown':
    '`{descriptor}` is not known: use @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually, `@every 1h30m`, or five fields',
  'schedule-every-duration': '`{duration}` is not a duration: write hours, minutes or seconds such as `1h30m` or `90s`; days are not known',
  'schedule-field-count': ({ count }: { count: number }) =>
    `A schedule has five fields (minute, hour, day of the month, month, day of the week), this one has ${count}${
      count === 6 || count === 7 ? ': leave out seconds and years' : ''
    }`,
  'schedule-value': notANumber,
  'schedule-hyphens': '`{part}` has more than one hyphen: a range has two ends, as in `1-5`',
  'schedule-slashes': '`{part}` has more than one slash: a range has one step, as in `*/15`',
  'schedule-step': '`{value}` is not a step: write a whole number after the slash, as in `*/15`',
  'schedule-step-zero': 'The step in `{part}` is 0: write 1 or more after the slash',
  'schedule-below': outside,
  'schedule-above': outside,
  'schedule-backwards': 'The range `{part}` runs backwards: put the smaller end first, or write two ranges with a comma between them',
} as const satisfies MessageTable;
