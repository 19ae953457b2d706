import type { FieldRecords } from './field-record.ts';

/** How the pods of a Job are placed as a group. */
export const jobSchedulingConfiguration: FieldRecords<'JobSchedulingConfiguration'> = {
  disruptionMode: { example: 'disruptionMode:\n  all: {}' },
  resourceClaims: { example: 'resourceClaims:\n  - name: gpus\n    resourceClaimTemplateName: shared-gpus' },
  schedulingConstraints: { example: 'schedulingConstraints:\n  topology:\n    - key: topology.kubernetes.io/zone' },
  schedulingPolicy: { example: 'schedulingPolicy:\n  gang:\n    minCount: 3' },
};

export const workloadPodGroupGangSchedulingPolicy: FieldRecords<'WorkloadPodGroupGangSchedulingPolicy'> = {
  minCount: { goesWith: ['parallelism'], example: 'minCount: 3' },
};
