import type { fields as english } from '../en/fields.ts';
import { translationOf } from '../table/message-table.ts';

const fileOwner = '파일을 소유할 사용자 ID입니다. 항목에 따로 쓴 값이 우선합니다. 기능 게이트 AtomicWriteVolumeUserFields가 필요합니다.';
const oneFileOwner = '파일을 소유할 사용자 ID입니다. 기능 게이트 AtomicWriteVolumeUserFields가 필요합니다.';

/** What each field means, keyed by `field.` and the API's own type and field. Pod fields without a text here have generated ones, in English. */
export const fields = translationOf<typeof english>()({
  'field.Job.apiVersion': '오브젝트가 속한 API입니다. 잡은 항상 `batch/v1`입니다.',
  'field.Job.kind': '오브젝트의 종류입니다. 잡은 파드가 충분히 성공할 때까지 파드를 실행합니다.',
  'field.Job.metadata': '잡의 이름, 네임스페이스, 레이블, 어노테이션입니다.',
  'field.Job.spec': '잡이 할 일입니다. 어떤 파드를 몇 개 실행하고 실패를 어떻게 다룰지 정합니다.',
  'field.Job.status': '잡 컨트롤러가 씁니다. 매니페스트에서는 무시됩니다.',
  'field.CronJob.apiVersion': '오브젝트가 속한 API입니다. 크론잡은 항상 `batch/v1`입니다. `batch/v1beta1`은 1.25에서 없어졌습니다.',
  'field.CronJob.kind': '오브젝트의 종류입니다. 크론잡은 일정에 따라 잡을 만듭니다.',
  'field.CronJob.metadata': '크론잡의 이름, 네임스페이스, 레이블, 어노테이션입니다.',
  'field.CronJob.spec': '언제 어떤 템플릿으로 잡을 만들고, 끝난 잡을 몇 개 보관할지 정합니다.',
  'field.CronJob.status': '크론잡 컨트롤러가 씁니다. 매니페스트에서는 무시됩니다.',

  'field.JobSpec.activeDeadlineSeconds':
    '잡이 실행될 수 있는 최대 시간(초)입니다. 시작부터 모든 시도를 합쳐 셉니다. 이 시간이 지나면 `backoffLimit`이 남아 있어도 실행 중인 파드가 종료되고 잡은 DeadlineExceeded 이유로 실패합니다. 일시 중지된 시간은 세지 않습니다.',
  'field.JobSpec.backoffLimit':
    '잡이 BackoffLimitExceeded 이유로 실패하기 전에 파드 실패를 몇 번까지 재시도할지 정합니다. 실패할 때마다 다음 파드까지의 대기 시간(백오프)이 10초, 20초, 40초처럼 두 배가 되며 최대 10분입니다. restartPolicy가 OnFailure이면 컨테이너 재시작도 셉니다.',
  'field.JobSpec.backoffLimitPerIndex':
    '한 인덱스가 몇 번까지 실패할 수 있는지 정합니다. 이를 넘으면 그 인덱스만 실패로 치고 다른 인덱스는 계속됩니다. `maxFailedIndexes`가 없으면 모든 인덱스가 기회를 얻습니다.',
  'field.JobSpec.completionMode':
    '`NonIndexed`: 파드를 구별하지 않으며 `completions` 수만큼 성공해야 합니다. `Indexed`: 파드마다 0부터 `completions` - 1까지의 인덱스를 받고(`JOB_COMPLETION_INDEX`, 호스트 이름, 어노테이션에 있음), 인덱스마다 파드 하나가 성공해야 합니다.',
  'field.JobSpec.completions':
    '잡이 완료되려면 파드가 몇 개 성공해야 하는지 정합니다. `parallelism`만 쓰고 이 필드를 빼면 작업 큐가 되어, 파드 하나가 성공하고 나머지가 모두 끝났을 때 완료됩니다.',
  'field.JobSpec.manualSelector':
    'true이면 `selector`와 그에 맞는 파드 레이블을 직접 씁니다. 셀렉터가 다른 파드와도 일치하면 잡이 그 파드까지 가져갑니다. 빼면 쿠버네티스가 둘 다 자동으로 만듭니다.',
  'field.JobSpec.maxFailedIndexes':
    '인덱스가 몇 개까지 실패해도 되는지 정합니다. 이를 넘으면 잡 전체가 실패하고 다른 파드가 종료됩니다. `backoffLimitPerIndex`가 필요합니다.',
  'field.JobSpec.parallelism':
    '동시에 실행할 수 있는 파드 수입니다. 아직 필요한 성공 횟수보다 많이 시작하지는 않습니다. 0이면 잡이 멈춥니다. 실행 중인 파드는 종료되고 새 파드는 시작되지 않습니다.',
  'field.JobSpec.podFailurePolicy':
    '종료 코드나 파드 컨디션에 따라 실패한 파드를 어떻게 다룰지 정하는 규칙입니다. 잡을 바로 끝내거나, 실패를 무시하거나, 세거나, 인덱스를 포기합니다. 처음으로 일치한 규칙이 적용되고, 일치하는 규칙이 없으면 실패로 셉니다.',
  'field.JobSpec.podReplacementPolicy':
    '사라지는 파드를 대신할 파드를 언제 만들지 정합니다. `TerminatingOrFailed`는 삭제가 시작되자마자, `Failed`는 완전히 끝난 뒤에 만들어 둘이 함께 실행되지 않게 합니다.',
  'field.JobSpec.selector':
    '어떤 파드가 이 잡에 속하는지 정합니다. 쿠버네티스가 자동으로 만들므로 `manualSelector`가 true가 아니면 빼십시오.',
  'field.JobSpec.suspend':
    'true이면 파드가 시작되지 않고 실행 중인 파드는 종료됩니다. 다시 false로 바꾸면 잡이 새로 시작되고 제한 시간도 그때부터 셉니다. 일시 중지되어 실행 중이 아니면 템플릿의 스케줄링 필드를 바꿀 수 있습니다.',
  'field.JobSpec.template': '잡이 되풀이해서 만드는 파드입니다. restartPolicy는 `Never`나 `OnFailure`여야 합니다.',
  'field.JobSpec.ttlSecondsAfterFinished':
    '성공이든 실패든 잡이 끝나고 몇 초 뒤에 파드와 함께 삭제할지 정합니다. 0이면 바로 삭제됩니다. 빼면 누가 삭제할 때까지 끝난 잡이 남습니다.',
  'field.JobSpec.managedBy':
    '어느 컨트롤러가 잡을 실행하는지 정합니다. `kubernetes.io/job-controller`가 아닌 값을 쓰면 기본 컨트롤러가 관여하지 않으므로 직접 마련한 컨트롤러가 처리해야 합니다.',
  'field.JobSpec.successPolicy':
    'Indexed 잡이 모든 인덱스가 성공하기 전에 성공할 수 있게 합니다. 규칙 하나가 충족되면 실행 중인 파드가 종료되고 잡이 완료됩니다.',
  'field.JobSpec.scheduling':
    '스케줄러가 파드들을 한 그룹으로 배치하는 방법입니다. 기능 게이트 WorkloadWithJob이 켜져 있을 때만 유지되고, 아니면 API 서버가 알리지 않고 지웁니다.',
  'field.PodFailurePolicy.rules': '규칙은 최대 20개입니다. 실패한 파드마다 차례로 확인하며 처음으로 일치한 규칙이 적용됩니다.',
  'field.PodFailurePolicyRule.action':
    '일치했을 때 할 일입니다. `FailJob`: 잡과 모든 파드를 끝냅니다. `FailIndex`: 이 인덱스를 포기합니다(`backoffLimitPerIndex` 필요). `Ignore`: `backoffLimit`에 세지 않고 새 파드를 시작합니다. `Count`: 평소처럼 셉니다.',
  'field.PodFailurePolicyRule.onExitCodes':
    '컨테이너의 종료 코드로 일치 여부를 정합니다. 규칙에는 이 필드와 `onPodConditions` 중 하나만 씁니다.',
  'field.PodFailurePolicyRule.onPodConditions':
    '파드에 이 컨디션 중 하나가 있으면 일치합니다. 예를 들어 축출된 파드에는 DisruptionTarget이 있습니다. 규칙에는 이 필드와 `onExitCodes` 중 하나만 씁니다.',
  'field.PodFailurePolicyOnExitCodesRequirement.containerName': '이 컨테이너나 초기화 컨테이너만 봅니다. 빼면 모든 컨테이너가 대상입니다.',
  'field.PodFailurePolicyOnExitCodesRequirement.operator':
    '`In`: 종료 코드가 `values` 중 하나입니다. `NotIn`: 컨테이너가 그 밖의 코드로 실패했습니다.',
  'field.PodFailurePolicyOnExitCodesRequirement.values':
    '종료 코드 1~255개를 작은 것부터 겹치지 않게 씁니다. 0은 성공이므로 `In`에는 쓸 수 없습니다.',
  'field.PodFailurePolicyOnPodConditionsPattern.status': '컨디션의 상태입니다: True, False 또는 Unknown.',
  'field.PodFailurePolicyOnPodConditionsPattern.type':
    '컨디션의 유형입니다. 축출되거나 선점되거나 드레인된 파드는 `DisruptionTarget`이며, 직접 만든 컨트롤러가 설정하는 유형도 쓸 수 있습니다.',
  'field.SuccessPolicy.rules': '규칙은 1~20개입니다. 하나라도 충족되면 바로 잡이 성공합니다.',
  'field.SuccessPolicyRule.succeededCount':
    '성공해야 하는 인덱스 수입니다. `succeededIndexes`와 함께 쓰면 거기에 적힌 인덱스 중에서 셉니다.',
  'field.SuccessPolicyRule.succeededIndexes':
    '성공해야 하는 인덱스입니다. `0,2-5,9`처럼 숫자와 구간을 작은 것부터 씁니다. `succeededCount`가 없으면 모두 성공해야 합니다.',

  'field.JobSchedulingConfiguration.disruptionMode':
    '그룹의 파드를 하나씩(`single`) 중단할 수 있는지, 모두 함께(`all`)만 중단할 수 있는지 정합니다.',
  'field.JobSchedulingConfiguration.resourceClaims':
    '잡의 파드들이 함께 쓰는 리소스 클레임이며 최대 네 개입니다. 파드는 자신의 `resourceClaims`에 같은 이름을 써서 사용합니다.',
  'field.JobSchedulingConfiguration.schedulingConstraints': '그룹을 어디에 배치할 수 있는지 정합니다. 예: 한 영역 안.',
  'field.JobSchedulingConfiguration.schedulingPolicy':
    '`basic`: 파드를 하나씩 배치합니다. `gang`: 충분한 수를 함께 배치할 수 있을 때까지 하나도 시작하지 않습니다.',
  'field.WorkloadPodGroupDisruptionMode.all': '그룹의 파드는 모두 함께만 중단됩니다. `{}`로 씁니다.',
  'field.WorkloadPodGroupDisruptionMode.single': '그룹의 파드가 하나씩 중단될 수 있습니다. `{}`로 씁니다.',
  'field.WorkloadPodGroupResourceClaim.name': '그룹 안에서 겹치지 않는 클레임 이름입니다.',
  'field.WorkloadPodGroupResourceClaim.resourceClaimName': '같은 네임스페이스에 이미 있는 ResourceClaim입니다.',
  'field.WorkloadPodGroupResourceClaim.resourceClaimTemplateName': '그룹의 클레임을 만들 ResourceClaimTemplate입니다.',
  'field.WorkloadPodGroupSchedulingConstraints.topology': '그룹의 모든 파드가 들어가야 하는 토폴로지이며 최대 하나입니다.',
  'field.TopologyConstraint.key': '토폴로지를 나타내는 노드 레이블입니다. 예: `topology.kubernetes.io/zone`.',
  'field.WorkloadPodGroupSchedulingPolicy.basic': '평소처럼 파드를 하나씩 배치합니다. `{}`로 씁니다.',
  'field.WorkloadPodGroupSchedulingPolicy.gang': '파드들이 함께 시작하거나 하나도 시작하지 않습니다.',
  'field.WorkloadPodGroupGangSchedulingPolicy.minCount':
    '동시에 노드에 들어갈 수 있어야 시작하는 파드 수입니다. `parallelism`보다 클 수 없습니다.',

  'field.CronJobSpec.concurrencyPolicy':
    '앞의 실행이 끝나지 않았는데 다음 실행 시각이 되면 어떻게 할지 정합니다. `Allow`: 둘 다 실행합니다. `Forbid`: 앞의 것이 끝나기를 기다리고, 그사이 너무 늦어지면 건너뜁니다. `Replace`: 앞의 것을 삭제하고 새로 시작합니다.',
  'field.CronJobSpec.failedJobsHistoryLimit': '실패한 잡을 몇 개 보관할지 정합니다. 더 오래된 것은 삭제됩니다. 0이면 보관하지 않습니다.',
  'field.CronJobSpec.successfulJobsHistoryLimit':
    '완료된 잡을 몇 개 보관할지 정합니다. 더 오래된 것은 삭제됩니다. 0이면 보관하지 않습니다.',
  'field.CronJobSpec.jobTemplate': '실행할 때마다 만드는 잡입니다.',
  'field.CronJobSpec.schedule':
    '잡을 만드는 시각입니다. 분, 시, 일, 월, 요일 순서로 쓰거나(0이 일요일이며 7은 쓸 수 없음) `@hourly` 같은 이름을 씁니다. 일과 요일을 함께 쓰면 둘 중 하나만 맞아도 실행됩니다.',
  'field.CronJobSpec.startingDeadlineSeconds':
    '실행이 몇 초까지 늦게 시작해도 되는지 정합니다. 더 늦으면 건너뜁니다. 빼면 아무리 늦어도 놓친 실행 중 마지막 하나를 시작합니다.',
  'field.CronJobSpec.suspend':
    'true이면 새 실행을 시작하지 않습니다. 이미 실행 중인 것은 계속되고, 다시 켜면 놓친 실행은 `startingDeadlineSeconds`로 너무 늦지 않은 한 뒤늦게 시작됩니다.',
  'field.CronJobSpec.timeZone':
    '일정을 읽을 시간대입니다. `Asia/Seoul`이나 `Etc/UTC` 같은 IANA 이름을 씁니다. 빼면 kube-controller-manager의 시간대이며, 대부분의 클러스터에서 UTC입니다.',
  'field.JobTemplateSpec.metadata': '크론잡이 만드는 모든 잡의 레이블과 어노테이션입니다. 여기에 쓴 이름은 쓰이지 않습니다.',
  'field.JobTemplateSpec.spec': '각 잡이 할 일입니다. 기본값은 크론잡이 아니라 잡을 만들 때 채워집니다.',

  'field.JobStatus.active': '삭제 중이 아니면서 대기 중이거나 실행 중인 파드 수입니다.',
  'field.JobStatus.completedIndexes': '성공한 인덱스입니다. 예: `0-2,5`.',
  'field.JobStatus.completionTime': '잡이 완료된 시각입니다. 실패한 잡에는 없습니다.',
  'field.JobStatus.conditions': '잡 전체의 상태입니다: Complete, Failed, Suspended와 이를 예고하는 컨디션.',
  'field.JobStatus.failed': '실패한 파드 수입니다.',
  'field.JobStatus.failedIndexes': '포기한 인덱스입니다. 예: `1,4`.',
  'field.JobStatus.ready': '활성 파드 중 준비된 파드 수입니다.',
  'field.JobStatus.startTime': '컨트롤러가 잡을 시작한 시각입니다. 일시 중지된 잡을 다시 시작하면 새로 정해집니다.',
  'field.JobStatus.succeeded': '성공한 파드 수입니다.',
  'field.JobStatus.terminating': '삭제 중이지만 아직 끝나지 않은 파드 수입니다.',
  'field.JobStatus.uncountedTerminatedPods': '끝났지만 아직 세는 중인 파드입니다.',
  'field.JobCondition.lastProbeTime': '컨디션을 마지막으로 확인한 시각입니다.',
  'field.JobCondition.lastTransitionTime': '컨디션이 마지막으로 바뀐 시각입니다.',
  'field.JobCondition.message': '컨디션의 이유를 설명하는 글입니다.',
  'field.JobCondition.reason': '컨디션의 이유를 나타내는 한 단어입니다. 예: BackoffLimitExceeded.',
  'field.JobCondition.status': 'True, False 또는 Unknown입니다.',
  'field.JobCondition.type': 'Complete, Failed, Suspended, FailureTarget 또는 SuccessCriteriaMet입니다.',
  'field.UncountedTerminatedPods.failed': '아직 세지 않은 실패한 파드입니다.',
  'field.UncountedTerminatedPods.succeeded': '아직 세지 않은 성공한 파드입니다.',
  'field.CronJobStatus.active': '실행 중인 잡입니다.',
  'field.CronJobStatus.lastScheduleTime': '마지막으로 잡을 만든 예정 시각입니다.',
  'field.CronJobStatus.lastSuccessfulTime': '이 크론잡의 잡이 마지막으로 완료된 시각입니다.',

  'field.ObjectMeta.name':
    '이름입니다. 네임스페이스 안에서 같은 종류끼리 겹치지 않아야 합니다. 파드 이름에는 임의의 다섯 글자가 붙으므로 63자 이하의 DNS 레이블이 좋습니다. 크론잡은 잡 이름에 열한 글자가 붙으므로 52자까지입니다.',
  'field.ObjectMeta.generateName':
    '이름의 앞부분입니다. API 서버가 임의의 다섯 글자를 붙여 이름을 완성합니다. `kubectl apply`에는 이름이 필요하므로 `kubectl create`로 만드십시오.',
  'field.ObjectMeta.namespace': '오브젝트가 속한 네임스페이스입니다. 빼면 요청의 네임스페이스이며 보통 `default`입니다.',
  'field.ObjectMeta.labels':
    '오브젝트를 찾는 데 쓰는 키와 값의 쌍입니다. 키와 값은 최대 63자이고 값은 항상 문자열이므로 `"1"`이나 `"true"`는 따옴표로 감싸십시오.',
  'field.ObjectMeta.annotations': '사람과 도구를 위한 키와 값의 쌍입니다. 값은 어떤 형식의 문자열이든 되며 모두 합쳐 256 KiB까지입니다.',
  'field.ObjectMeta.finalizers': '넣은 쪽에서 뺄 때까지 오브젝트가 사라지지 않게 하는 이름입니다.',
  'field.PodTemplateSpec.metadata':
    '모든 파드의 레이블과 어노테이션입니다. 레이블 `batch.kubernetes.io/job-name`과 `batch.kubernetes.io/controller-uid`는 쿠버네티스가 직접 추가합니다.',
  'field.PodTemplateSpec.spec': '파드의 컨테이너와 실행될 수 있는 위치입니다.',
  'field.PodSpec.restartPolicy':
    '컨테이너가 오류로 끝났을 때 할 일입니다. `Never`: 실패한 파드가 로그와 함께 남고 잡이 새 파드를 시작합니다. `OnFailure`: 같은 컨테이너가 같은 파드에서 다시 시작되고, `backoffLimit`에 이르면 파드가 삭제됩니다. 빼면 `Always`인데 잡에는 쓸 수 없습니다.',
  'field.PodSpec.activeDeadlineSeconds':
    '파드 하나가 실행될 수 있는 최대 시간(초)입니다. 지나면 잡이 그 파드를 실패로 세고 다시 시도합니다. 잡 전체를 제한하려면 잡의 `activeDeadlineSeconds`를 쓰십시오.',
  'field.PodSpec.containers': '작업을 하는 컨테이너이며 함께 시작됩니다. 모두 종료 코드 0으로 끝나면 파드가 성공합니다.',
  'field.PodSpec.initContainers':
    '다른 컨테이너보다 먼저 하나씩 차례로 실행되는 컨테이너입니다. `restartPolicy: Always`이면 사이드카입니다. 사이드카는 나란히 실행되다가 다른 컨테이너가 끝나면 종료되므로 잡의 완료를 막지 않습니다.',
  'field.PodSpec.terminationGracePeriodSeconds': 'SIGTERM을 받은 컨테이너가 강제로 종료되기 전에 끝낼 수 있는 시간(초)입니다.',
  'field.PodSpec.volumes': '컨테이너가 마운트할 수 있는 볼륨이며, `volumeMounts`가 이름으로 가리킵니다.',
  'field.PodSpec.evictionResponders':
    '파드를 축출하기 전에 작업을 잘 마무리하도록 알릴 대상이며 최대 열 개입니다. `schedulingGroup`과 함께 쓸 수 없습니다.',
  'field.PodSpec.resources': '컨테이너들이 나누어 쓰는 파드 전체의 CPU와 메모리입니다.',
  'field.EvictionResponder.name': '응답하는 대상의 이름입니다. 앞에 도메인을 붙입니다: `example.com/drainer`.',
  'field.EvictionResponder.priority': '알리는 순서입니다. 큰 값이 먼저입니다.',
  'field.Container.command':
    '이미지의 ENTRYPOINT 대신 실행할 프로그램이며, 단어마다 목록 항목 하나입니다. 셸을 거치지 않으므로 `&&`, 파이프, `$VARIABLES`를 쓰려면 `["sh", "-c", "…"]`로 쓰십시오. `$(NAME)`은 환경 변수로 바뀝니다.',
  'field.Container.args': '`command`, 또는 command가 없으면 이미지의 ENTRYPOINT에 넘기는 인수입니다. 이미지의 CMD를 대신합니다.',
  'field.Container.image': '컨테이너를 만드는 이미지입니다. 태그가 없으면 `latest`이며 파드마다 다시 가져옵니다.',
  'field.Container.name': '컨테이너의 이름입니다. 파드 안에서 겹치지 않게 소문자, 숫자, `-`로 씁니다.',
  'field.Container.restartPolicy':
    '초기화 컨테이너에서 `Always`로 설정하면 사이드카가 됩니다. 다른 컨테이너와 나란히 실행되고 잡의 완료를 막지 않습니다.',
  'field.Container.restartPolicyRules':
    '파드의 restartPolicy와 관계없이 종료 코드에 따라 이 컨테이너만 다시 시작할지 정합니다. 컨테이너의 `restartPolicy`가 필요합니다.',
  'field.HTTPGetAction.protocol':
    '프로브가 쓰는 프로토콜입니다: `HTTP1` 또는 TLS 없는 `HTTP2`. 쓰지 않으면 `HTTP1`입니다. 기능 게이트 H2CContainerProbe가 필요합니다.',
  'field.GRPCAction.mode':
    '`Plaintext` 또는 `TLS`입니다. TLS에서 인증서는 검증하지 않습니다. 기능 게이트 GRPCContainerProbeTLS가 필요합니다.',
  'field.VolumeMount.bindMountOptions':
    '추가할 마운트 옵션입니다: `noexec`, `nodev`, `nosuid`. 이미지 볼륨에는 쓸 수 없고 Windows에서는 효과가 없습니다. 기능 게이트 VolumeBindMountOptions가 필요합니다.',
  'field.EmptyDirVolumeSource.mode':
    '디렉터리의 권한 비트이며 0000부터 01777까지입니다. 쓰지 않으면 0777입니다. `fsGroup`이 우선합니다. 기능 게이트 EmptyDirVolumeMode가 필요합니다.',
  'field.ConfigMapVolumeSource.defaultUser': fileOwner,
  'field.SecretVolumeSource.defaultUser': fileOwner,
  'field.DownwardAPIVolumeSource.defaultUser': fileOwner,
  'field.ProjectedVolumeSource.defaultUser': fileOwner,
  'field.KeyToPath.user': oneFileOwner,
  'field.DownwardAPIVolumeFile.user': oneFileOwner,
  'field.ClusterTrustBundleProjection.user': oneFileOwner,
  'field.ServiceAccountTokenProjection.user': oneFileOwner,
  'field.PodCertificateProjection.user': oneFileOwner,
});
