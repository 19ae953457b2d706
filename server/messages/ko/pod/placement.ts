import type { placement as english } from '../../en/pod/placement.ts';
import { translationOf } from '../../table/message-table.ts';
import { operator } from './choices.ts';

export const placement = translationOf<typeof english>()({
  'node-selector-terms-missing': 'nodeSelectorTerms에 조건을 하나 이상 추가하십시오.',
  'node-selector-operator': operator,
  'node-field-operator': operator,
  'node-field-key': '"{value}": 노드는 metadata.name 필드로만 고를 수 있습니다.',
  'label-keys-without-selector': '이 키들은 있는 셀렉터를 좁히기만 합니다. labelSelector를 추가하십시오.',
  'label-key-in-selector': '셀렉터에 "{value}" 키가 이미 있습니다. 여기나 거기에서 삭제하십시오.',
  'label-key-both': '"{value}" 키가 matchLabelKeys와 mismatchLabelKeys에 모두 있습니다. 한쪽에서 삭제하십시오.',
  'toleration-key-missing': '키가 없으면 연산자는 모든 테인트를 용인하는 Exists여야 합니다.',
  'toleration-seconds-effect': 'tolerationSeconds는 effect가 NoExecute일 때만 씁니다. effect를 바꾸거나 tolerationSeconds를 삭제하십시오.',
  'toleration-exists-value': '연산자 Exists는 값과 비교하지 않습니다. "{value}" 값을 삭제하십시오.',
  'toleration-value': '"{value}": 테인트의 값이 될 수 없습니다. 문자, 숫자, "-", "_", "."으로 최대 63자까지 쓰십시오.',
  'topology-spread-twice':
    'topologyKey {topologyKey}, whenUnsatisfiable {whenUnsatisfiable} 조합의 제약 조건이 또 있습니다. 하나만 남기십시오.',
  'min-domains-policy': 'minDomains는 whenUnsatisfiable: DoNotSchedule일 때만 쓸 수 있습니다.',
  'scheduling-gate-twice': '"{value}" 게이트가 이미 있습니다.',
});
