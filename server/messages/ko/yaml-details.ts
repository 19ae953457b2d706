import type { Detail } from '../en/yaml-details.ts';
import { fill } from '../table/message-table.ts';

/** What the parser of YAML says most often, in Korean. */
const details: Readonly<Record<Detail['detail'], string>> = {
  'map-column': '한 맵의 키는 모두 같은 열에서 시작해야 합니다',
  'list-column': '한 목록의 항목은 모두 같은 열에서 시작해야 합니다',
  close: '닫는 기호 {sign}',
  'close-indented': '더 들여쓰고 {sign} 기호로 닫아야 합니다',
  'closing-column': '닫는 괄호를 바깥 키보다 더 들여써야 합니다',
  'block-indented': '| 또는 > 뒤의 텍스트를 더 들여써야 합니다',
  'block-lines': '| 또는 > 뒤의 모든 줄을 첫 줄만큼 들여써야 합니다',
  'block-empty-lines': '| 또는 > 뒤의 빈 줄이 첫 줄보다 더 들여쓰여 있습니다',
  'block-header': '| 또는 > 뒤에는 다음 줄부터 텍스트를 써야 합니다: {sign}',
  'closing-quote': '닫는 따옴표({sign})',
  comma: '항목 사이의 쉼표',
  'comma-or-colon': '항목 사이의 쉼표 또는 콜론',
  'blank-behind-colon': '콜론 뒤의 공백',
  'list-on-own-line': '목록 앞의 줄 바꿈',
  'directives-end': '문서를 시작하는 --- 줄',
  'blank-before-comment': '# 앞의 공백',
  colon: '키 뒤의 콜론',
  dash: '목록 항목 앞의 -',
  'blank-behind-tag': '태그나 앵커 뒤의 공백',
  'two-keys-on-a-line': '한 줄에 키를 둘 쓸 수 없습니다. 줄을 나누거나 값을 따옴표로 감싸십시오',
  'list-as-key': '목록은 키가 될 수 없습니다',
  'key-of-several-lines': '키가 여러 줄에 걸쳐 있습니다. 콜론이 빠졌는지 확인하십시오',
  'block-in-brackets': '[ ]나 { } 안에는 여러 줄 목록이나 맵을 쓸 수 없습니다',
  'plain-start': '{sign} 기호로 시작하는 값은 따옴표로 감싸십시오',
  escape: '큰따옴표 안에 쓸 수 없는 이스케이프: {sign}',
  'list-beside-key': '목록 항목의 -는 키의 다음 줄에 써야 합니다',
  'text-behind-value': '값이 끝난 뒤에 다른 텍스트가 있습니다',
  'unexpected-text': '여기에 올 수 없는 것이 있습니다: {sign}',
  'item-before-comma': '쉼표 앞에 항목이 없습니다',
  unexpected: '여기에 올 수 없는 것이 있습니다',
  'one-anchor': '앵커는 하나만 붙일 수 있습니다',
  'one-tag': '태그는 하나만 붙일 수 있습니다',
  other: '{sign}',
};

export const yamlDetail = ({ detail, sign }: Detail) => fill(details[detail], { sign });
