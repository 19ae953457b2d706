import type { changes as english } from '../en/changes.ts';
import { translationOf } from '../table/message-table.ts';

function versionWords(first: string, last: string): string {
  if (first === last) return `${first}에서`;
  if (first === '') return `${last}까지`;
  return last === '' ? `${first}부터` : `${first}부터 ${last}까지`;
}

/** What is said of a manifest beside the object that exists, and what the tool that delivers it would then do. */
export const changes = translationOf<typeof english>()({
  'related-changed': ({ field, old }) =>
    old === undefined ? `${field} 필드도 다릅니다.` : `${field} 필드도 다릅니다. 지금 값은 ${old}입니다.`,
  'change-recreates': ({ tool }) => `쿠버네티스는 이 변경을 거부하지만, ${tool} 도구가 잡을 지우고 새로 만들므로 잡이 한 번 더 실행됩니다.`,
  'change-hook-left': 'Helm은 이 훅을 만들기 전에 이전 훅을 지우지 않습니다. 이전 훅이 남아 있으면 릴리스가 "already exists"에서 멈춥니다.',

  'field-since':
    '쿠버네티스 {since}부터 있는 필드입니다. 이전 클러스터는 {field} 필드를 거부합니다. kubejob.kubernetesVersion이나 .kubejob.yaml에 버전을 적으면 그에 맞춰 검사합니다.',
  'in-versions': ({ message, first, last }) => `${message.quoted} (${versionWords(first, last)})`,
  'overlay-not-compared': 'kubectl도 kustomize도 없어 오버레이를 비교할 수 없습니다. 하나를 설치하거나 PATH에 두십시오.',
  'chart-not-compared': 'helm을 찾지 못해 차트를 비교할 수 없습니다. helm을 설치하거나 PATH에 두십시오.',

  'exported-object': '클러스터에서 읽어 온 오브젝트입니다. 매니페스트로 쓰려면 클러스터가 넣은 것(status, uid, 생성된 레이블)을 빼십시오.',

  'then-kubectl': 'kubectl apply 출력: The Job "{name}" is invalid: {path}: field is immutable. 나머지는 적용하고 종료 코드 1로 끝납니다.',
  'then-helm': 'helm upgrade가 멈춥니다: cannot patch "{name}" with kind Job, {path}: field is immutable. 릴리스는 실패로 표시됩니다.',
  'then-argo-cd': 'Argo CD 동기화가 실패합니다: Job.batch "{name}" is invalid, {path}: field is immutable. OutOfSync 상태로 남습니다.',
  'then-flux': 'Flux의 Kustomization이 준비되지 않습니다: Job "{name}" dry-run failed, {path}: field is immutable. 나머지도 기다립니다.',

  'instead-kubectl':
    '먼저 삭제하거나(kubectl delete job {name}), 새 이름을 주거나, generateName으로 만들거나, ttlSecondsAfterFinished로 저절로 사라지게 하십시오.',
  'instead-helm': 'Helm이 다시 만들기 전에 지우는 훅으로 만들거나(helm.sh/hook: pre-upgrade), 릴리스 리비전을 이름에 넣으십시오.',
  'instead-argo-cd':
    '훅으로 만들거나(argocd.argoproj.io/hook: Sync), 교체하게 하십시오(argocd.argoproj.io/sync-options: Force=true,Replace=true).',
  'instead-flux': 'Flux가 지우고 새로 만들도록 잡에 kustomize.toolkit.fluxcd.io/force: enabled 어노테이션을 다십시오.',
});
