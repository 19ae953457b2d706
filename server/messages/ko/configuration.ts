import type { configuration as englishConfiguration } from '../en/configuration.ts';
import { translationOf } from '../table/message-table.ts';

/** What can be wrong in a `.kubejob.yaml`. */
export const configuration = translationOf<typeof englishConfiguration>()({
  'configuration-no-map': '설정은 맵이어야 합니다. `namespace: work` 같은 필드를 쓰십시오.',
  'configuration-unknown-field': ({ name, nearest, known }) =>
    nearest
      ? `설정에는 '${name}' 필드가 없습니다. 이렇게 쓰십시오: '${nearest}'.`
      : `설정에는 '${name}' 필드가 없습니다. 삭제하거나 다음 중 하나를 쓰십시오: ${known.join(', ')}.`,
  'configuration-text': "'{name}' 값은 텍스트여야 합니다.",
  'configuration-flag': "'{name}' 값은 true 또는 false여야 합니다.",
  'configuration-versions': "'{name}' 값은 {oldest} 이상 {newest} 이하의 버전이거나 1.33-1.37 같은 범위여야 합니다.",
  'configuration-rules': "'{name}' 값은 규칙의 이름이나, 'rule'과 'files' 중 하나 이상을 쓴 항목의 목록이어야 합니다.",
});
