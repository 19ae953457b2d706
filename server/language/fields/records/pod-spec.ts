import { seconds } from '../values/durations.ts';
import { explained } from '../values/listed.ts';
import { definitionOf } from '../values/names.ts';
import { serviceAccount } from '../values/namespace.ts';
import type { FieldRecords } from './field-record.ts';
import { pages } from './pages.ts';

/** The pod that a Job creates. */
export const podTemplateSpec: FieldRecords<'PodTemplateSpec'> = {
  metadata: { snippet: '\n  labels:\n    ${1:app}: ${2:name}$0', page: `${pages.jobs}#pod-template` },
  spec: {
    snippet: '\n  restartPolicy: ${1|Never,OnFailure|}\n  containers:\n    - name: ${2:main}\n      image: ${3:busybox:1.36}$0',
    page: `${pages.jobs}#pod-template`,
  },
};

export const podSpec: FieldRecords<'PodSpec'> = {
  activeDeadlineSeconds: { value: seconds, page: `${pages.jobs}#job-termination-and-cleanup` },
  affinity: { page: 'concepts/scheduling-eviction/assign-pod-node/' },
  containers: {
    initial: [{ name: 'main', image: 'busybox:1.36' }],
    snippet: '\n  - name: ${1:main}\n    image: ${2:busybox:1.36}$0',
    example: 'containers:\n  - name: main\n    image: busybox:1.36\n    command: ["sleep", "60"]',
    page: 'concepts/workloads/pods/',
  },
  imagePullSecrets: { snippet: '\n  - name: ${1:registry}$0' },
  initContainers: {
    snippet: '\n  - name: ${1:init}\n    image: ${2:busybox:1.36}\n    command: [${3:"true"}]$0',
    page: 'concepts/workloads/pods/init-containers/',
  },
  nodeSelector: {
    keys: () => [
      'kubernetes.io/os',
      'kubernetes.io/arch',
      'kubernetes.io/hostname',
      'topology.kubernetes.io/zone',
      'node.kubernetes.io/instance-type',
    ],
    snippet: '\n  ${1:kubernetes.io/os}: ${2:linux}$0',
    page: 'concepts/scheduling-eviction/assign-pod-node/#nodeselector',
  },
  overhead: { keys: () => ['cpu', 'memory'] },
  restartPolicy: {
    usual: true,
    goesWith: ['backoffLimit', 'podFailurePolicy'],
    value: explained({ Never: 'value-restart-policy-Never', OnFailure: 'value-restart-policy-OnFailure' }),
    snippet: ' ${1|Never,OnFailure|}$0',
    example: 'restartPolicy: Never',
    page: `${pages.jobs}#handling-pod-and-container-failures`,
    first: true,
  },
  serviceAccountName: { value: serviceAccount },
  terminationGracePeriodSeconds: { value: seconds, page: `${pages.lifecycle}#pod-termination` },
  tolerations: {
    snippet: '\n  - key: ${1:key}\n    operator: ${2|Exists,Equal|}$0',
    page: 'concepts/scheduling-eviction/taint-and-toleration/',
  },
  volumes: { snippet: '\n  - name: ${1:data}\n    ${2:emptyDir}: ${3:{\\}}$0', page: 'concepts/storage/volumes/' },
};

export const podResourceClaim: FieldRecords<'PodResourceClaim'> = {
  name: { value: definitionOf('claim') },
};
