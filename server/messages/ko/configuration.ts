import type { configuration as englishConfiguration } from '../en/configuration.ts';
import { translationOf } from '../table/message-table.ts';

/** What can be wrong in a `.kubejob.yaml`. */
export const configuration = translationOf<typeof englishConfiguration>()({
  'configuration-unknown-field': ({ name, nearest, known }) =>
    nearest
      ? `설정에는 '${name}' 필드가 없습니다. 이렇게 쓰십시오: '${nearest}'.`
      : `설정에는 '${name}' 필드가 없습니다. 삭제하거나 다음 중 하나를 쓰십시오: ${known.join(', ')}.`,
  'configuration-version': "알려진 버전이나 1.33-1.37 같은 범위를 쓰십시오. '{version}' 버전은 다음에 없습니다: {versions}.",
  'configuration-no-rule': ({ name, nearest }) =>
    nearest
      ? `'${name}' 규칙이 없습니다. 이렇게 쓰십시오: '${nearest}'.`
      : `'${name}' 규칙이 없습니다. 'kubejob rule' 명령이 모든 규칙을 보여 줍니다.`,
  'configuration-error-stays':
    "'{name}' 오류는 여기에 무엇을 쓰든 쿠버네티스가 거부합니다. 매니페스트를 고치거나 'exclude'로 제외하십시오.",
  'configuration-no-level': "'{name}' 항목은 쿠버네티스의 경고라서 수준을 정할 수 없습니다. 숨기려면 'ignore'에 쓰십시오.",
  'configuration-ignores-nothing': "무엇을 무시할지 쓰십시오: 'rule'과 'files' 중 하나 이상.",
});
