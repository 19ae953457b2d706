import type { resources as english } from '../../en/pod/resources.ts';
import { translationOf } from '../../table/message-table.ts';
import { among } from './choices.ts';

export const resources = translationOf<typeof english>()({
  'quantity-negative': '{name} 값은 음수일 수 없습니다. 지금 값: {value}.',
  'quantity-whole': '{name} 값은 정수여야 합니다. 지금 값: {value}.',
  'resource-unknown': '"{value}" 리소스가 없습니다. 다음 중 하나를 쓰거나 nvidia.com/gpu처럼 도메인이 있는 이름을 쓰십시오: {supported}.',
  'resource-not-for-containers':
    '컨테이너에는 "{value}" 리소스를 쓸 수 없습니다. cpu, memory, ephemeral-storage나 도메인이 있는 이름을 쓰십시오.',
  'resource-extended': '"{value}": 확장 리소스 이름으로 쓸 수 없습니다. nvidia.com/gpu 같은 이름을 쓰십시오.',
  'resource-limit-missing': '{name} 제한(limit)도 요청과 같은 값으로 설정하십시오.',
  'request-above-limit': '{name} 요청({value})이 제한({limit})보다 큽니다. 요청을 낮추거나 제한을 높이십시오.',
  'request-unlike-limit': '{name} 요청({value})은 제한({limit})과 같아야 합니다.',
  'related-limit': '제한(limit)입니다.',
  'huge-pages-alone': 'huge page에는 cpu나 memory가 함께 필요합니다. 둘 중 하나의 요청이나 제한을 추가하십시오.',
  'huge-pages-size': '{value} 값은 {name} 페이지 크기의 정수배가 아닙니다.',
  'resource-claim-duplicate': '"{value}" 클레임이 이미 여기에 있습니다.',
  'resource-claim-unknown': (args) => `파드의 resourceClaims에 "${args.value}" 클레임이 없습니다.${among(args.supported)}`,
  'pod-resources-claims': '클레임은 컨테이너에 씁니다. 여기에서는 삭제하십시오.',
  'pod-request-below-containers': '파드의 요청({value})이 컨테이너들에 한꺼번에 필요한 양({needed})보다 작습니다. 높이십시오.',
  'pod-limit-below-containers': '파드의 제한({value})이 컨테이너들의 제한을 더한 값({needed})보다 작습니다. 높이십시오.',
  'limit-above-pod-limit': '제한({value})이 파드 자체의 {name} 제한({limit})보다 큽니다. 낮추십시오.',
  'claim-name-twice': '이름이 "{value}"인 클레임이 또 있습니다. 서로 다른 이름을 붙이십시오.',
  'claim-source-missing': '어느 클레임인지 쓰십시오: resourceClaimName 또는 resourceClaimTemplateName.',
  'claim-sources': 'resourceClaimName과 resourceClaimTemplateName 중 하나만 쓰십시오.',
});
