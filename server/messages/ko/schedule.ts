import type { schedule as english, Outside, Part } from '../en/schedule.ts';
import { translationOf } from '../table/message-table.ts';

const fieldNames: Readonly<Record<string, string>> = {
  minute: '분',
  hour: '시',
  dayOfMonth: '일',
  month: '월',
  dayOfWeek: '요일',
};

const fieldName = ({ field }: Part) => fieldNames[field] ?? field;

function outside(args: Outside): string {
  if (args.field === 'dayOfWeek' && args.value === 7)
    return `쿠버네티스 일정에는 요일 7이 없습니다. 일요일은 0이나 SUN으로 쓰십시오(\`${args.part}\`).`;
  return `\`${args.part}\`: 범위를 벗어났습니다. ${fieldName(args)} 필드에는 ${args.least}부터 ${args.most}까지 쓸 수 있습니다.`;
}

function notANumber(args: Part & { readonly value: string }): string {
  const { value } = args;
  if (/^(\d*[LW]|LW|[A-Z]{3}L|.*#.*)$/i.test(value)) {
    return `\`${args.part}\`: ${fieldName(args)} 필드에서 읽을 수 없습니다. 쿠버네티스 일정에는 L, W, #이 없습니다.`;
  }
  if (value === '') return `\`${args.part}\`: ${fieldName(args)} 필드에 숫자가 빠졌습니다.`;
  const names: Readonly<Record<string, string>> = {
    month: '숫자나 JAN 같은 세 글자 이름을',
    dayOfWeek: '숫자나 MON 같은 세 글자 이름을',
  };
  return `\`${value}\`: ${fieldName(args)} 필드에 쓸 수 없는 값입니다. ${names[args.field] ?? '숫자를'} 쓰십시오.`;
}

/** What is wrong with a schedule, by the code of `parseSchedule`. */
export const schedule = translationOf<typeof english>()({
  'schedule-empty': '일정이 비어 있습니다. `0 3 * * *` 같은 다섯 필드나 `@daily`를 쓰십시오.',
  'schedule-zone-only': '시간대 뒤에는 공백을 두고 일정을 써야 합니다. 시간대는 spec.timeZone에 쓰고 여기에는 일정만 쓰는 편이 좋습니다.',
  'schedule-zone-unknown': '`{zone}` 시간대가 없습니다. spec.timeZone에 Asia/Seoul 같은 IANA 이름을 쓰십시오.',
  'schedule-descriptor-unknown':
    '`{descriptor}`: 알 수 없는 이름입니다. @hourly, @daily, @midnight, @weekly, @monthly, @yearly, @annually, `@every 1h30m` 또는 다섯 필드를 쓰십시오.',
  'schedule-every-duration': '`{duration}`: 기간이 아닙니다. `1h30m`이나 `90s`처럼 시간, 분, 초로 쓰십시오. 일 단위는 없습니다.',
  'schedule-field-count': ({ count }) =>
    `일정은 다섯 필드(분, 시, 일, 월, 요일)인데 여기에는 ${count}개가 있습니다.${
      count === 6 || count === 7 ? ' 초와 연도를 빼십시오.' : ''
    }`,
  'schedule-value': notANumber,
  'schedule-hyphens': '`{part}`: 하이픈이 둘 이상 있습니다. 범위는 `1-5`처럼 두 끝으로 쓰십시오.',
  'schedule-slashes': '`{part}`: 슬래시가 둘 이상 있습니다. 간격은 `*/15`처럼 하나만 쓰십시오.',
  'schedule-step': '`{value}`: 간격이 아닙니다. 슬래시 뒤에 `*/15`처럼 정수를 쓰십시오.',
  'schedule-step-zero': '`{part}`: 간격이 0입니다. 슬래시 뒤에 1 이상을 쓰십시오.',
  'schedule-below': outside,
  'schedule-above': outside,
  'schedule-backwards': '`{part}`: 범위의 순서가 거꾸로입니다. 작은 쪽을 먼저 쓰거나 쉼표로 두 범위를 쓰십시오.',
});
