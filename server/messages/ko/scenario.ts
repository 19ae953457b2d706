import type { Expected, scenario as englishScenario, simulationReport as englishSimulationReport } from '../en/scenario.ts';
import { translationOf } from '../table/message-table.ts';

const kinds: Readonly<Record<string, string>> = {
  duration: '기간: 초 단위 숫자, 또는 90s, 5m, 1h30m 같은 텍스트',
  time: '2026-01-01T00:00:00Z 같은 시각',
  quantity: '4, 500m, 8Gi 같은 수량',
  'exit code': '0부터 255까지의 종료 코드',
  count: '0 이상의 정수',
  integer: '정수',
  object: '맵',
  'Kubejob scenario': '맵',
  array: '목록',
  boolean: 'true 또는 false',
  string: '텍스트',
  'Kubejob test': '맵',
  'Kubejob configuration': '맵',
  ignore: '규칙 이름 또는 {rule, files}',
  'string or array': '텍스트 또는 목록',
  'string or object': '텍스트 또는 맵',
  'string or number': '텍스트 또는 숫자',
  version: '1.34 같은 버전, 또는 1.33-1.37 같은 범위',
  'boolean or string': 'true, false 또는 텍스트',
};

const expected = ({ expected: kind }: Expected) => kinds[kind] ?? kind;
const wrong = (args: Expected) => `'${args.name}' 값을 바꾸십시오. 필요한 값: ${expected(args)}.`;

/** What can be wrong in a scenario. */
export const scenario = translationOf<typeof englishScenario>()({
  'test-unknown-field': ({ name, nearest, known }) =>
    nearest
      ? `테스트의 이 위치에는 '${name}' 필드가 없습니다. 이렇게 쓰십시오: '${nearest}'.`
      : `테스트의 이 위치에는 '${name}' 필드가 없습니다. 삭제하거나 다음 중 하나를 쓰십시오: ${known.join(', ')}.`,
  'test-expectation': ({ sentence, meant, forms }) =>
    meant
      ? `무엇을 기대하는지 알 수 없습니다: '${sentence}'. 다음과 같이 쓰십시오: '${meant}'.`
      : `무엇을 기대하는지 알 수 없습니다: '${sentence}'. 다음 중 하나로 쓰십시오: ${forms.join(', ')}.`,
  'test-no-manifest': '이 파일 옆에 매니페스트가 없습니다. 테스트의 이름은 매니페스트의 이름에 .test.yaml이 붙은 것입니다.',
  'test-file-faulty': '테스트 파일에 잘못이 있습니다. 표시된 곳을 고치십시오.',
  'test-no-scenario': '이 파일 옆에 이런 이름의 시나리오가 없습니다: {name}.',
  'test-no-object': '매니페스트에 이런 이름의 Job이나 CronJob이 없습니다: {name}.',
  'scenario-unknown-field': ({ name, nearest, known }) =>
    nearest
      ? `시나리오의 이 위치에는 '${name}' 필드가 없습니다. 이렇게 쓰십시오: '${nearest}'.`
      : `시나리오의 이 위치에는 '${name}' 필드가 없습니다. 삭제하거나 다음 중 하나를 쓰십시오: ${known.join(', ')}.`,
  'scenario-missing-field': "'{name}' 필드를 추가하십시오.",
  'scenario-unreadable': wrong,
  'scenario-wrong-type': wrong,
  'scenario-out-of-range': ({ name, comparison, limit }) =>
    `'${name}' 값은 ${limit} ${comparison === '>=' ? '이상' : '이하'}이어야 합니다.`,
  'scenario-empty-list': "'{name}' 목록에 항목을 하나 이상 쓰거나 목록을 삭제하십시오.",
  'scenario-not-allowed': "'{name}' 값은 다음 중 하나여야 합니다: {values}.",
  'scenario-range-order': "'min'은 'max'보다 크지 않게 쓰십시오.",
  'scenario-run-contradiction': "'{name}' 필드를 삭제하십시오. '{other}' 옆에서는 아무 뜻이 없습니다.",
  'scenario-shares': '종료 코드의 비율을 모두 더한 값이 1을 넘지 않게 하십시오.',
  'scenario-pod-which': "어느 파드인지 쓰십시오. 생성 순서는 'ordinal', 완료 인덱스는 'index', 크론잡의 잡은 'job'으로 지정합니다.",
  'scenario-attempt-of-index': "'attempt'는 한 인덱스의 파드를 셉니다. 'index'를 추가하십시오.",
  'scenario-ordinal-or-index': "파드는 'ordinal'이나 'index' 중 하나로만 지정하십시오.",
  'scenario-action-what': '무슨 일이 일어나는지 쓰십시오. 다음 중 하나: {names}.',
  'scenario-action-one': "'{name}', '{other}' 중 하나를 삭제하십시오. 한 동작은 한 가지 일만 하므로 나머지는 다른 항목에 쓰십시오.",
  'scenario-kill-only': "'{name}' 필드는 'killContainer'에 속합니다. 그것을 추가하거나 이 필드를 삭제하십시오.",
  'scenario-no-such-node': ({ node, nodes }) =>
    nodes === 1
      ? `'${node}' 노드가 없습니다. 'cluster'에 더 쓰지 않으면 클러스터에는 node-1만 있습니다.`
      : `'${node}' 노드가 없습니다. 노드는 node-1부터 node-${nodes}까지 있습니다.`,
});

/** What the command line says around a simulation. */
export const simulationReport = translationOf<typeof englishSimulationReport>()({
  'simulated-object-gone': '삭제되어 더 이상 보여 줄 것이 없습니다.',
  'summary-refused-edits': '쿠버네티스가 거부할 변경:',
  'summary-assumptions': '가정:',
  'summary-at-worst': ({ pods, atOnce, time }) =>
    `컨테이너가 어떻게 되든 최악의 경우: ${pods === '' ? '파드 수 제한 없음' : `파드 ${pods}개`}, 동시에 ${atOnce}개. ${time === '' ? '시간에는 제한이 없습니다' : `${time} 뒤에는 끝납니다`}.`,
  'summary-runs-at-worst': ({ pods, atOnce, time, together, policy }) =>
    `컨테이너가 어떻게 되든 최악의 경우: 실행마다 ${pods === '' ? '파드 수 제한 없음' : `파드 ${pods}개`}, 동시에 ${atOnce}개. ${time === '' ? '실행 시간에는 제한이 없습니다' : `실행마다 ${time} 뒤에는 끝납니다`}. ${together === '' ? '동시에 도는 실행 수에는 제한이 없습니다' : `동시에 도는 실행은 최대 ${together}개, 파드 ${together * atOnce}개입니다`} (${policy}).`,
  'scenario-unmet-containers': '시나리오가 파드에 없는 컨테이너를 말합니다: {containers}',
  'scenario-unmet-pods': '시나리오가 없었던 파드를 말합니다: {pods}',
  'scenario-unmet-fields': '변경이 쿠버네티스가 모르는 필드를 지정합니다. API 서버는 경고하고 무시합니다: {fields}',
  'needed-at-worst': ({ pods, needs }) => `파드 ${pods}개의 요청 합계: ${needs}.`,
  'simulated-together': ({ jobs, pods, needs }) =>
    `이 실행에서 동시에 잡 최대 ${jobs}개, 파드 최대 ${pods}개${needs === '' ? '' : `(요청 합계: ${needs})`}.`,
  'summary-watch-longer': '다른 기간을 보려면 --until을 쓰십시오.',
});
