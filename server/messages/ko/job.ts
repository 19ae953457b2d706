import type { Choice, job as english, LabelFault } from '../en/job.ts';
import { translationOf } from '../table/message-table.ts';
import { either } from './pod/choices.ts';

const restartChoice = 'OnFailure(실패한 컨테이너가 같은 파드에서 다시 시작됨)나 Never(실패한 파드는 남고 새 파드가 시작됨)로 설정하십시오';

const choices = (args: Choice) => `"${args.value}" 값은 여기에 쓸 수 없습니다. 쓸 수 있는 값: ${either(args.supported)}.`;
const required = (name: string) => (args: Pick<Choice, 'supported'>) => `${name} 필요합니다. 쓸 수 있는 값: ${either(args.supported)}.`;

export const job = translationOf<typeof english>()({
  'number-negative': '{value}: 0보다 작습니다. 0 이상을 쓰십시오.',
  'duplicate-value': '{value}: 이 목록에 이미 있습니다. 하나를 삭제하십시오.',
  'too-many-items': '항목이 {count}개입니다. 여기에는 최대 {limit}개까지 쓸 수 있습니다.',
  'text-too-long': '텍스트가 {length}바이트입니다. 최대 {limit}바이트로 줄이십시오.',
  'annotations-too-long': '모든 어노테이션의 키와 값이 {length}바이트입니다. 합쳐서 최대 {limit}바이트로 줄이십시오.',

  'metadata-name-missing':
    '오브젝트에 이름이 필요합니다. metadata.name을 설정하거나, 이름을 자동으로 만들려면 metadata.generateName을 설정하십시오.',
  'metadata-generated-name': '이 값으로 만든 이름(예: "{name}")은 올바르지 않습니다. 소문자, 숫자, "-", "."만 쓰십시오.',
  'owner-references-controllers': '이미 다른 소유자가 컨트롤러입니다. "controller: true"는 하나만 쓸 수 있습니다.',
  'owner-reference-field-missing': '소유자 참조에 {field} 필드가 필요합니다.',
  'owner-reference-api-version': '"{value}" 값은 API 버전이 아닙니다. group/version 형식이나 v1으로 쓰십시오.',
  'owner-reference-event': 'Event는 다른 오브젝트를 소유할 수 없습니다.',
  'finalizers-conflict': '파이널라이저 orphan과 foregroundDeletion은 함께 쓸 수 없습니다. 하나만 남기십시오.',
  'finalizer-without-domain': '"{value}" 값은 쿠버네티스가 아는 파이널라이저가 아닙니다. example.com/{value}처럼 앞에 도메인을 붙이십시오.',

  'finalizers-while-deleting': '오브젝트가 삭제되는 중이라 파이널라이저를 추가할 수 없습니다({added}).',
  'field-immutable': '오브젝트가 만들어진 뒤에는 {field} 필드를 바꿀 수 없습니다. 삭제하고 새로 만드십시오.',
  'job-completions-parallelism':
    'Indexed 잡에서는 completions를 parallelism과 함께 같은 수로만 바꿀 수 있습니다. 지금은 {value}, parallelism은 {parallelism}입니다.',
  'job-template-immutable': '잡의 파드 템플릿은 바꿀 수 없습니다. 새 잡을 만들거나, 일부 필드만 바꾸려면 먼저 이 잡을 일시 중지하십시오.',
  'job-template-scheduling-only':
    '일시 중지된 잡의 파드 템플릿에서는 레이블, 어노테이션, 노드 셀렉터, 노드 어피니티, 톨러레이션, 스케줄링 게이트만 바꿀 수 있습니다.',
  'job-template-suspended-only':
    '일시 중지된 잡의 파드 템플릿에서는 컨테이너 리소스, 노드 셀렉터, 노드 어피니티, 톨러레이션, 스케줄링 게이트와 metadata만 바꿀 수 있습니다.',

  'related-field': '여기에 설정된 {field} 때문입니다.',
  'related-pod-failure-policy': 'podFailurePolicy가 여기에 설정되어 있습니다.',
  'related-no-backoff-limit-per-index': '여기에 backoffLimitPerIndex가 없습니다.',

  'job-restart-policy-missing': `기본값인 Always는 잡에 쓸 수 없으므로 restartPolicy가 필요합니다. ${restartChoice}.`,
  'job-restart-policy': `잡의 restartPolicy에는 "{value}" 값을 쓸 수 없습니다. ${restartChoice}.`,
  'job-restart-policy-pod-failure-policy':
    'podFailurePolicy는 실패한 파드를 판단하므로 파드 안에서 컨테이너를 다시 시작할 수 없습니다. restartPolicy를 Never로 설정하십시오.',
  'job-managed-by-empty': 'managedBy는 비워 둘 수 없습니다. example.com/controller 같은 컨트롤러 이름을 쓰거나 필드를 삭제하십시오.',
  'job-completion-mode': choices,
  'job-completions-missing': 'Indexed 잡에는 인덱스 수인 completions가 필요합니다.',
  'job-backoff-limit-per-index-missing':
    'maxFailedIndexes는 backoffLimitPerIndex를 다 쓴 인덱스를 셉니다. backoffLimitPerIndex도 설정하십시오.',
  'job-needs-indexed': '{field} 필드는 인덱스가 있을 때만 쓸 수 있습니다. completionMode를 Indexed로 설정하거나 이 필드를 삭제하십시오.',
  'job-indexed-limit': 'Indexed 잡에서 {field} 값은 최대 {limit}입니다. 지금 값: {value}.',
  'job-max-failed-indexes-completions': '인덱스가 {completions}개뿐인데 maxFailedIndexes가 {value}입니다. 인덱스 수 이하로 쓰십시오.',
  'job-max-failed-indexes-missing':
    'backoffLimitPerIndex를 쓰면서 completions가 {limit}보다 크면(지금 {completions}) maxFailedIndexes가 필요합니다. 10000 이하로 설정하십시오.',
  'job-many-completions-limit':
    'backoffLimitPerIndex를 쓰면서 completions가 100000보다 크면 {field} 값은 최대 {limit}입니다. 지금 값: {value}.',
  'job-pod-replacement-policy': choices,
  'job-pod-replacement-policy-failure-policy':
    'podFailurePolicy가 있으면 파드는 실패한 뒤에만 교체되므로 "{value}" 값을 쓸 수 없습니다. Failed를 쓰십시오.',

  'job-selector-missing':
    'manualSelector를 쓰면 잡에 셀렉터가 필요합니다. 파드 템플릿의 레이블과 맞는 셀렉터를 쓰거나 manualSelector를 삭제하십시오.',
  'job-selector-none': '셀렉터가 없으면 이 잡의 파드를 찾을 수 없습니다.',
  'job-selector-mismatch': '파드 템플릿의 레이블이 셀렉터와 맞지 않습니다.',
  'job-selector-not-generated': '셀렉터는 잡마다 자동으로 만들어지며 이 셀렉터는 그것과 맞지 않습니다. 삭제하십시오.',
  'job-name-label': (args) =>
    args.name === undefined
      ? `레이블 ${args.label} 값은 생성할 때 정해지는 잡의 이름입니다. 삭제하십시오.`
      : `레이블 ${args.label} 값은 잡의 이름과 같아야 합니다: "${args.name}". 삭제하면 자동으로 설정됩니다.`,
  'job-generated-label': '레이블 {label}: 파드를 잡에 연결합니다. 값 {value} 그대로 두십시오.',
  'job-controller-uid-label': '레이블 {label}: 쿠버네티스가 직접 설정합니다. 삭제하십시오.',
  'job-name-as-pod-label': (args) => `잡의 이름은 파드의 레이블이 됩니다. ${labelFault(args)}.`,
  'job-name-as-own-label': (args) => `잡의 레이블은 파드에서 오고 그중 하나가 잡의 이름입니다. ${labelFault(args)}.`,
  'job-inherited-label': '잡에 레이블이 없어 파드의 레이블을 물려받습니다. 잡에서도 잘못된 레이블입니다: {label}.',
  'job-indexed-name': '마지막 파드의 호스트 이름 "{hostname}": DNS 레이블이 아닙니다. 소문자, 숫자, "-"로 된 더 짧은 이름을 쓰십시오.',
  'job-many-indexes':
    'completions가 100000보다 크고 parallelism이 10000보다 큽니다. 실패가 많으면 쿠버네티스가 완료된 인덱스를 놓칠 수 있으니 값을 줄이십시오.',
  'name-used-in-pods': '파드와 호스트 이름이 이 이름으로 만들어집니다. 소문자, 숫자, "-"로 63자 이하로 쓰십시오.',
  'owner-reference-repeated': '같은 소유자 참조가 두 번 있습니다. 하나를 삭제하십시오.',

  'pod-failure-policy-action-missing': required('action이'),
  'pod-failure-policy-action': choices,
  'pod-failure-policy-fail-index':
    'FailIndex는 인덱스별로 실패를 셉니다. Indexed 잡에 backoffLimitPerIndex를 설정하거나 다른 action을 쓰십시오.',
  'pod-failure-policy-rule-both': '규칙 하나는 종료 코드와 파드 컨디션 중 하나만 봅니다. 두 규칙으로 나누십시오.',
  'pod-failure-policy-rule-neither': '규칙이 볼 것이 없습니다. onExitCodes나 onPodConditions를 쓰십시오.',
  'pod-failure-policy-operator-missing': required('operator가'),
  'pod-failure-policy-operator': choices,
  'pod-failure-policy-container': (args) =>
    `파드 템플릿에 "${args.value}" 컨테이너가 없습니다. ${args.containers.length ? `쓸 수 있는 이름: ${either(args.containers)}` : '한 컨테이너에 이 이름을 붙이십시오'}. 모든 컨테이너에 적용하려면 containerName을 빼십시오.`,
  'pod-failure-policy-values-missing': '종료 코드가 하나 이상 필요합니다.',
  'pod-failure-policy-values-order': '종료 코드를 작은 것부터 차례로 쓰십시오.',
  'pod-failure-policy-exit-code-zero': '0은 성공이므로 실패와 일치하지 않습니다. 삭제하거나 연산자 NotIn을 쓰십시오.',
  'pod-failure-policy-status-missing': required('status가'),
  'pod-failure-policy-status': choices,

  'success-policy-rules-missing': '성공 정책에는 규칙이 하나 이상 필요합니다.',
  'success-policy-rule-empty': '규칙에 succeededIndexes나 succeededCount, 또는 둘 다 쓰십시오.',
  'success-policy-count-completions': '잡의 completions는 {completions}인데 succeededCount가 {value}입니다. 낮추십시오.',
  'success-policy-count-indexes': 'succeededIndexes에는 {listed}개만 있는데 succeededCount가 {value}입니다. 낮추십시오.',
  'indexes-fragment': '"{fragment}": "-"가 둘 이상 있습니다. 구간은 처음-끝 형식으로 쓰십시오.',
  'indexes-number': '"{text}": 숫자가 아닙니다. 인덱스를 0,2-4,7처럼 쓰십시오.',
  'indexes-too-large': '인덱스 {text}: 너무 큽니다. completions({completions})보다 작은 수를 쓰십시오.',
  'indexes-order': '인덱스를 작은 것부터 쓰십시오. {previous} 뒤에는 {current} 값이 올 수 없습니다.',

  'cron-job-schedule-missing': '크론잡에는 "*/15 * * * *" 같은 schedule이 필요합니다.',
  'cron-job-schedule-time-zone': '일정에는 시간대를 쓸 수 없습니다. 시간대는 timeZone에 쓰고 여기에는 다섯 필드만 남기십시오.',
  'cron-job-two-time-zones': '일정의 시간대와 timeZone이 함께 있습니다. timeZone을 남기고 일정에서 TZ를 빼십시오.',
  'cron-job-time-zone-empty': 'timeZone은 비워 둘 수 없습니다. Asia/Seoul 같은 시간대를 쓰거나 필드를 삭제하십시오.',
  'cron-job-time-zone-local': 'Local은 어느 시간대인지 알 수 없습니다. timeZone에 Asia/Seoul 같은 이름을 쓰십시오.',
  'cron-job-time-zone-unknown': '"{value}" 시간대가 없습니다. Asia/Seoul 같은 IANA 이름을 철자 그대로 쓰십시오.',
  'cron-job-name-length': '이름이 {length}자입니다. 크론잡은 잡 이름에 숫자를 붙이므로 최대 {limit}자로 줄이십시오.',
  'cron-job-concurrency-policy': choices,
  'cron-job-selector': '크론잡이 만드는 잡의 셀렉터는 항상 자동으로 만들어집니다. 삭제하십시오.',
  'cron-job-manual-selector': '크론잡이 만드는 잡의 셀렉터는 항상 자동으로 만들어집니다. manualSelector를 삭제하십시오.',
});

function labelFault(args: LabelFault): string {
  return args.long
    ? `레이블은 최대 63바이트인데 이 이름은 ${args.length}바이트이므로 줄이십시오`
    : `"${args.value}" 값은 레이블로 쓸 수 없으므로 문자, 숫자, "-", "_", "."만 쓰십시오`;
}
