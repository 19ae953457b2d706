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
  'configuration-ignores-nothing': "무엇을 무시할지 쓰십시오: 'rule'과 'files' 중 하나 이상.",
});
