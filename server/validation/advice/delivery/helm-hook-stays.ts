import { field, key, root } from '../../../kubernetes/finding/field-path.ts';
import { replacing } from '../../../kubernetes/finding/remedy.ts';
import { deletePoliciesOf } from '../../../kubernetes/names/hook-annotations.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A hook of Helm that one of its two ends leaves in the cluster, where the next of its name cannot be created. */
export const helmHookStays = adviceRule({
  code: 'helm-hook-stays',
  tier: 'pitfall',
  level: 'info',
  english: inEnglish,
  korean: inKorean,
  check({ metadata: { annotations = {}, generateName }, job, cronJob }) {
    if (annotations['helm.sh/hook'] === undefined || generateName !== undefined) return undefined;
    const policies = deletePoliciesOf(annotations, 'Helm');
    const [policy, other] = policies;
    if (policy === undefined || other !== undefined || policy === beforeCreation) return undefined;
    if (cronJob || job.ttlSecondsAfterFinished !== undefined) return undefined;
    return atValue(key(field(root, 'metadata', 'annotations'), deletePolicy), { policy });
  },
  remedies: ({ path, args: { policy } }) => [replacing(path, `${beforeCreation},${policy}`)],
});

export const page: RulePage = {
  finds: "A hook's delete policy is `hook-succeeded` or `hook-failed` alone",
  why: 'A hook that ends the other way stays in the cluster, and the next release that creates it stops at "already exists", until somebody deletes it by hand. Without a delete policy Helm deletes a hook before it creates it again; with one it does so only if the policy says it. Nothing is said where a time to live removes the Job.',
  advice: 'Let Helm delete the old one before it creates the new one, too',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations:
    helm.sh/hook: pre-upgrade
    helm.sh/hook-delete-policy: hook-succeeded
    #                           ^^^^^^^^^^^^^^ helm-hook-stays
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example/migrate:1.4
          resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations:
    helm.sh/hook: pre-upgrade
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: registry.example/migrate:1.4
          resources: {requests: {memory: 64Mi}}
`,
};

const deletePolicy = 'helm.sh/hook-delete-policy';
const beforeCreation = 'before-hook-creation';

function inEnglish({ policy }: { policy: string }): string {
  const end = policy === 'hook-failed' ? 'succeeds' : 'fails';
  return `A hook that ${end} stays, and the next release stops at "already exists": add ${beforeCreation} to its delete policy`;
}

function inKorean({ policy }: { policy: string }): string {
  const end = policy === 'hook-failed' ? '성공한' : '실패한';
  return `${end} 훅은 남아서 다음 릴리스가 "already exists" 오류로 멈춥니다. 삭제 정책에 ${beforeCreation}을 더하십시오.`;
}
