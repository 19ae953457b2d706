import { bounds } from '../../../estimate/bounds/bounds.ts';
import { field, item } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { claimKey } from '../rule/claims.ts';
import { adviceRule, atValue, type RulePage, related } from '../rule/rule.ts';

/** Pods that run at the same time with a claim that one pod, or the pods of one node, can use at a time. */
export const claimOfOneNode = adviceRule({
  code: 'claim-of-one-node',
  tier: 'pitfall',
  level: 'info',
  english: ({ claim, pods, onePod }: { claim: string; pods: number; onePod: boolean }) =>
    onePod
      ? `One pod at a time can use the claim ${claim}, so of ${pods} pods the others wait: use ReadWriteMany, or a parallelism of 1`
      : `One node at a time can use the claim ${claim}, so of ${pods} pods those on other nodes wait: use ReadWriteMany, or a parallelism of 1`,
  korean: ({ claim, pods, onePod }) =>
    onePod
      ? `볼륨 클레임 ${claim}: 한 번에 파드 하나만 쓸 수 있어 파드 ${pods}개 중 나머지는 기다립니다. ReadWriteMany나 parallelism: 1을 쓰십시오.`
      : `볼륨 클레임 ${claim}: 한 번에 노드 하나에서만 쓸 수 있어 파드 ${pods}개 중 다른 노드의 파드는 기다립니다. ReadWriteMany나 parallelism: 1을 쓰십시오.`,
  check({ job, jobPath, pod, podPath, metadata, claims }) {
    if (claims.size === 0 || (job.parallelism ?? 1) < 2) return undefined;
    const { mostAtOnce: pods } = bounds(job);
    if (pods < 2) return undefined;
    for (const [place, { persistentVolumeClaim }] of (pod.volumes ?? []).entries()) {
      const claim = persistentVolumeClaim?.claimName ?? '';
      const modes = claims.get(claimKey(metadata.namespace, claim)) ?? [];
      if (modes.length === 0 || !modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')) continue;
      const path = field(item(field(podPath, 'volumes'), place), 'persistentVolumeClaim', 'claimName');
      const args = { claim, pods, onePod: !modes.includes('ReadWriteOnce') };
      return atValue(path, args, [related(field(jobPath, 'parallelism'), 'parallelism')]);
    }
    return undefined;
  },
  remedies: (_, { jobPath }) => [setting(field(jobPath, 'parallelism'), 1, { preferred: false })],
});

export const page: RulePage = {
  finds: 'A Job runs several pods at a time with a claim of the same file that is ReadWriteOnce or ReadWriteOncePod',
  why: 'ReadWriteOnce is for one node: the scheduler may put the pods on several, and those on the others wait in ContainerCreating for a volume that does not come. ReadWriteOncePod is for one pod, and the others stay Pending. With a volume of the node itself, or a cluster of one node, ReadWriteOnce does no harm.',
  advice: 'Ask for a volume that several nodes can use, or run one pod at a time',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  completions: 4
  parallelism: 4
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          volumeMounts: [{name: data, mountPath: /data}]
          resources: {requests: {memory: 64Mi}}
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: reports
            #          ^^^^^^^ claim-of-one-node
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: reports
spec:
  accessModes: [ReadWriteOnce]
  resources: {requests: {storage: 1Gi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  completions: 4
  parallelism: 4
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          volumeMounts: [{name: data, mountPath: /data}]
          resources: {requests: {memory: 64Mi}}
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: reports
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: reports
spec:
  accessModes: [ReadWriteMany]
  resources: {requests: {storage: 1Gi}}
`,
};
