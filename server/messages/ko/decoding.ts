import type { decoding as english, NotUtf8Bytes, UnknownField, WrongType } from '../en/decoding.ts';
import { translationOf } from '../table/message-table.ts';
import { yamlDetail } from './yaml-details.ts';

/** What is wrong with the text, the kind and the shape of a manifest, before any rule is asked. */
export const decoding = translationOf<typeof english>()({
  'unknown-field': unknownField,
  'field-too-new': '쿠버네티스 {version}에는 이 위치에 "{field}" 필드가 없습니다. {since}부터 쓸 수 있습니다.',
  'field-gone': '쿠버네티스 {version}에는 이 위치에 "{field}" 필드가 더 이상 없습니다. {until}까지만 있었습니다.',
  'wrong-type': wrongType,
  'gated-field': '쿠버네티스 {version}에서는 기능 게이트({gate})를 켜지 않으면 {field} 필드가 무시됩니다.',
  'unreadable-quantity': '"{value}" 값은 수량이 아닙니다. 숫자만 쓰거나 m, k, M, Gi 같은 단위를 붙이십시오.',
  'unreadable-time': '"{value}" 값은 시각이 아닙니다. 2026-01-31T09:00:00Z 형식으로 쓰십시오.',
  'yaml-duplicate-key':
    '"{key}" 키가 이 맵에 이미 있습니다. kubectl은 마지막 것을 쓰지만 kustomize, Flux, API 서버는 파일을 거부합니다. 하나를 삭제하십시오.',
  'no-kind': '무엇을 만들지 알 수 없습니다. kind를 Job이나 CronJob으로 쓰십시오.',
  'no-api-version': '어느 API인지 알 수 없습니다. apiVersion: batch/v1을 쓰십시오.',
  'api-version-unreadable': 'apiVersion "{apiVersion}"에 슬래시가 너무 많습니다. 잡과 크론잡은 batch/v1입니다.',
  'list-item-no-object': 'List의 항목은 모두 객체여야 합니다. kubectl이 파일 전체를 거부합니다. 이 항목을 지우십시오.',
  'list-in-list': 'kubectl은 List 안의 List를 받지 않고 파일 전체를 거부합니다. 안쪽 항목을 바깥 List로 옮기십시오.',
  'list-item-incomplete': 'List 항목에 필드 {field}, 곧 무엇인지 말하는 필드가 빠지면 kubectl이 파일 전체를 거부합니다. 필드를 쓰십시오.',
  'list-without-kind': '무엇인지 말하지 않는 것의 items는 kubectl이 읽지 않습니다. kind: List를 쓰십시오.',
  'bare-list': 'kubectl은 객체만 늘어놓은 목록을 받지 않습니다. items가 있는 List로 쓰거나 문서마다 하나씩 쓰십시오.',
  'slash-comment': 'YAML에는 // 주석이 없습니다. 줄을 #으로 시작하십시오.',
  'cron-job-v1beta1': 'batch/v1beta1은 쿠버네티스 1.25에서 없어졌습니다. apiVersion: batch/v1을 쓰십시오.',
  'unknown-kind': 'API batch/v1에는 Job과 CronJob이 있고 "{kind}" 종류는 없습니다.',
  'unknown-api-version': '{apiVersion}에는 {kind} 종류가 없습니다. apiVersion: batch/v1을 쓰십시오.',
  'wrong-kind': ({ kind, meant }) =>
    `kind: ${kind} 아래에 다른 kind의 spec이 있습니다. kind: ${meant} 값을 쓰거나 ${meant === 'Job' ? 'spec을 jobTemplate 안에 넣으십시오' : 'jobTemplate의 spec만 남기십시오'}.`,
  'mistakes-unexplained': ({ most }) =>
    most > 0
      ? `개체 하나에서 처음 ${most}개까지만 무엇을 뜻했는지 찾습니다. 먼저 그것들을 고치십시오.`
      : '이 큰 개체에는 틀린 곳이 너무 많아 무엇을 뜻했는지 찾지 않습니다. 먼저 몇 곳을 고치십시오.',
  'findings-left-out': '개체 하나에서 {most}개까지만 알립니다. 더 있으니 먼저 그것들을 고치십시오.',
  template: '템플릿으로 보입니다. YAML로 렌더링한 뒤에만 검사할 수 있습니다.',
  placeholders: '자리 표시자가 있는 값은 검사하지 않습니다. 쿠버네티스에 보내기 전에 다른 도구가 채웁니다.',
  'yaml-syntax': (args) => `YAML이 아닙니다: ${yamlDetail(args)}.`,
  'yaml-tab-indentation': '탭으로는 YAML을 들여쓸 수 없습니다. 공백을 쓰십시오.',
  'yaml-indentation': (args) => `들여쓰기가 주변 줄과 맞지 않습니다: ${yamlDetail(args)}.`,
  'yaml-missing-character': (args) => `빠진 것이 있습니다: ${yamlDetail(args)}.`,
  'yaml-quotes-needed': '{sign} 기호로 시작하는 텍스트는 따옴표로 감싸야 합니다. {quoted} 형식으로 쓰십시오.',
  'yaml-colon-in-text': '콜론과 공백이 들어 있는 텍스트는 따옴표로 감싸야 합니다. {quoted} 형식으로 쓰십시오.',
  'yaml-two-keys': '한 줄에서 두 번째 필드가 시작됩니다. {key} 필드를 다음 줄에 쓰거나 텍스트 전체를 따옴표로 감싸십시오.',
  'yaml-quote-open': '{sign} 기호로 시작한 텍스트가 끝나지 않습니다. {sign} 기호로 닫으십시오.',
  'yaml-quote-inside': '두 번째 {sign} 기호에서 텍스트가 끝나고 뒤에 다른 것이 있습니다. {quoted} 형식으로 쓰십시오.',
  'holds-unseen': ({ characters }: { characters: readonly string[] }) => `값에 ${characters.join(', ')} 문자가 있습니다.`,
  'yaml-colon-missing': '{key} 뒤에 콜론이 없습니다. 콜론을 쓰고 값 앞에 공백을 두십시오.',
  'yaml-blank-behind-colon': '{key} 뒤의 콜론 다음에 공백을 두십시오.',
  'yaml-blank-behind-dash': '- 뒤에 공백을 두십시오.',
  'yaml-list-beside-key': '{key} 목록은 다음 줄에서 시작합니다. -를 다음 줄에 쓰십시오.',
  'yaml-block-header': '{sign} 뒤의 텍스트는 다음 줄에서 시작합니다. 키보다 더 들여써 다음 줄에 쓰십시오.',
  'yaml-bracket-open': '{sign} 기호가 닫히지 않았습니다. {closing} 기호로 닫으십시오.',
  'yaml-bracket-extra': '{sign} 기호로 닫을 것이 없습니다. 삭제하십시오.',
  'yaml-comment': 'YAML의 주석은 #으로 시작합니다.',
  'yaml-conflict': '두 버전이 충돌한 곳에 Git이 남긴 표시입니다. 한 버전만 남기고 표시를 삭제하십시오.',
  'yaml-lines-too-far-right': '"{key}" 필드에 이미 값이 있어 그 아래에 아무것도 둘 수 없습니다. 왼쪽으로 {blanks}칸 옮기십시오.',
  'yaml-column-left': '위에 이 열에서 시작하는 것이 없습니다. "{key}" 아래에 오도록 왼쪽으로 {blanks}칸 옮기십시오.',
  'yaml-column-right': '위에 이 열에서 시작하는 것이 없습니다. "{key}" 아래에 오도록 오른쪽으로 {blanks}칸 옮기십시오.',
  'yaml-behind-separator':
    'kubectl은 --- 줄에서 주석 말고는 아무것도 받지 않고 파일 전체를 거부합니다. 그 뒤의 내용을 다음 줄에서 시작하십시오.',
  'yaml-separator-misread': ({ characters }) =>
    `이 줄은 문서를 나누지 못하고 kubectl이 파일 전체를 거부합니다. ${characters.join(', ')} 대신 ---를 쓰십시오.`,
  'yaml-signs-misread': ({ signs, characters }) => `${characters.join(', ')}: YAML 기호가 아닙니다. 대신 쓸 기호: ${signs.join(' ')}`,
  'yaml-control-character': 'YAML에 쓸 수 없는 제어 문자입니다({character}). 삭제하십시오.',
  'yaml-directive': 'API 서버가 읽지 않는 지시자입니다. 이 줄을 삭제하십시오.',
  'yaml-unknown-anchor': '이 별칭보다 앞에 정의된 앵커가 없습니다: &{anchor}.',
  'yaml-anchor-name': '앵커 이름 {anchor}에는 영문자, 숫자, -, _만 쓸 수 있습니다. 이름을 바꾸십시오.',
  'yaml-anchor-in-itself': '앵커가 자기 자신을 담고 있습니다: &{anchor}.',
  'yaml-too-many-aliases': '이 문서의 별칭을 펼치면 API 서버가 받아들이는 것보다 값이 많아집니다.',
  'not-utf-8': notUtf8,
  'yaml-too-large': '문서가 API 서버가 받는 3 MiB보다 커서 읽지 않습니다. 나누십시오.',
  'yaml-too-deep': '어떤 매니페스트보다도 깊게 중첩되어 있어 읽지 않습니다.',
  'yaml-not-read': '이 줄이 첫 줄보다 덜 들여쓰여 API 서버가 여기까지만 읽습니다. 모든 줄을 같은 열에서 시작하십시오.',
  'yaml-separator-not-read':
    'kubectl은 여기까지만 읽습니다. 앞줄이 줄 바꿈(LF)으로 끝나지 않아 이 ---가 문서를 나누지 않습니다. 파일을 LF로 저장하십시오.',
  'yaml-behind-end': '...가 문서를 끝내므로 kubectl은 여기까지만 읽습니다. 뒤에 오는 내용은 ---로 시작하십시오.',
  'yaml-escape': '큰따옴표 안의 {escape}: YAML에 없는 이스케이프입니다. /만 쓰거나 작은따옴표를 쓰십시오.',
  'yaml-not-a-number': 'API 서버가 모르는 숫자라서 보낼 수 없습니다: {text}.',
  'yaml-tag-mismatch': '"{text}" 값은 {tag} 태그로 읽을 수 없습니다.',
  'yaml-base64': '!!binary 뒤에는 base64를 써야 합니다.',
  'yaml-key': '키는 텍스트나 숫자여야 하며 목록, 맵, null은 쓸 수 없습니다.',
  'yaml-merge': '<<에는 맵이나 맵의 목록만 합칠 수 있습니다.',
});

function notUtf8({ byte, like, letter }: NotUtf8Bytes): string {
  if (like === 'utf-16') return '바이트 순서 표시가 없는 UTF-16으로 보이며 kubectl이 파일을 거부합니다. UTF-8로 저장하십시오.';
  if (like === 'utf-32') return 'UTF-32로 보이며 kubectl이 파일을 거부합니다. UTF-8로 저장하십시오.';
  const refused = 'kubectl은 그 자리에 U+FFFD를 저장하고 Helm, kustomize, Flux는 파일을 거부합니다';
  if (like === 'half-utf-16') return `UTF-16 문자의 반쪽만 있습니다. ${refused}. 올바른 문자로 고치고 UTF-8로 저장하십시오.`;
  const is =
    like === 'surrogate'
      ? `UTF-8이 아닌 바이트: ${byte}(UTF-16 문자의 반쪽이 시작되는 곳)`
      : `UTF-8이 아닌 바이트: ${byte}(${like === 'euc-kr' ? 'EUC-KR' : 'Latin-1'}이라면 "${letter}")`;
  return `${is}. ${refused}. UTF-8로 저장하십시오.`;
}

const expected: Readonly<Record<string, string>> = {
  string: '텍스트',
  boolean: 'true 또는 false',
  int32: '2147483647 이하의 정수',
  int64: '정수',
  'int-or-string': '정수나 텍스트',
  quantity: '500m, 1Gi 같은 수량',
  time: '2026-01-31T09:00:00Z 같은 시각',
  array: '목록',
  object: '맵',
};

const got: Readonly<Record<string, string>> = {
  string: '텍스트',
  number: '숫자',
  boolean: 'true 또는 false',
  array: '목록',
  object: '맵',
};

function wrongType(args: WrongType): string {
  const { written, plain, value } = args;
  const wanted = expected[args.expected] ?? args.expected;
  const found = got[args.got] ?? args.got;
  const plainly = `여기에는 ${wanted} 값이 필요한데 지금은 ${found} 값입니다. 바꾸십시오.`;
  if (written === undefined) return plainly;
  if (args.got === 'object') return `콜론과 공백 때문에 맵으로 읽히지만 ${wanted} 값이 필요합니다. 따옴표로 감싸십시오.`;
  if (plain && args.expected === 'string') {
    const meaning = args.got === 'boolean' || value !== written ? `YAML에서 ${value} 값입니다` : 'YAML에서 숫자입니다';
    return `따옴표 없는 ${written}: ${meaning}. 텍스트가 필요하므로 "${written}" 형태로 쓰십시오.`;
  }
  if (!plain && args.got === 'string') return `${written}: 따옴표 때문에 텍스트로 읽힙니다. 따옴표를 빼십시오. 필요한 값: ${wanted}.`;
  return plainly;
}

function unknownField({ field, nearest, belongs }: UnknownField): string {
  const here = `이 위치에는 "${field}" 필드가 없습니다.`;
  if (belongs === undefined) return `${here}${didYouMean(nearest)}`;
  if (belongs === 'CronJob') return `${here} CronJob의 spec에만 있는 필드입니다.`;
  const [name] = nearest;
  if (name !== undefined) return `${here} 혹시 다음 위치의 ${name} 필드입니까? ${belongs}`;
  return belongs === '' ? `${here} 매니페스트의 최상위로 옮기십시오.` : `${here} 다음 위치에 두십시오: ${belongs}.`;
}

function didYouMean(nearest: readonly string[]): string {
  return nearest.length ? ` 혹시 ${nearest.join(' 또는 ')} 필드입니까?` : '';
}
