import { field } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { hookOf, isUnderArgoCd } from '../../../kubernetes/names/hook-annotations.ts';
import { asArgoCdHook } from '../rule/as-argo-cd-hook.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A Job that goes by itself, though Argo CD expects it to be there: as one of its objects, or as a hook whose end it waits for. */
export const ttlUnderArgoCd = adviceRule({
  code: 'ttl-under-argo-cd',
  tier: 'pitfall',
  level: 'warning',
  english: ({ hook, seconds }: { hook: boolean; seconds: number }) =>
    hook
      ? `A hook that is deleted ${seconds} s after its end may be gone before Argo CD sees that it is done, and the sync hangs: use 600 or more, or a hook-delete-policy`
      : 'When the time to live removes this Job, Argo CD finds the application OutOfSync and runs it again: make it a hook with a hook-delete-policy instead',
  korean: ({ hook, seconds }) =>
    hook
      ? `끝난 지 ${seconds}초 만에 삭제되는 훅은 Argo CD가 완료를 확인하기 전에 사라져 동기화가 멈출 수 있습니다. 600 이상으로 하거나 hook-delete-policy를 쓰십시오.`
      : '보존 시간이 지나 이 잡이 지워지면 Argo CD가 OutOfSync로 보고 다시 실행합니다. 대신 hook-delete-policy가 있는 훅으로 만드십시오.',
  check({ cronJob, job, jobPath, metadata }) {
    const seconds = job.ttlSecondsAfterFinished;
    if (cronJob || seconds === undefined || metadata.ownerReferences?.length) return undefined;
    const hook = hookOf(metadata) !== undefined;
    if (hook ? seconds >= shortest : !isUnderArgoCd(metadata)) return undefined;
    return atValue(field(jobPath, 'ttlSecondsAfterFinished'), { hook, seconds });
  },
  remedies: ({ path, args: { hook } }) => (hook ? [setting(path, 600)] : [asArgoCdHook([path])]),
});

export const page: RulePage = {
  finds: 'A Job that Argo CD applies has a time to live, or a hook has one of less than a minute',
  why: `What Argo CD applies it wants to be there. When the time to live removes the Job, the application is OutOfSync; with automatic sync the Job is made, and run, again.

A hook may go, as Argo CD makes it anew for each sync. It has to see that the hook is done, though: one that is deleted at once may be gone before, and the sync waits for ever. A Helm chart's hooks are hooks for Argo CD too.

That Argo CD applies a Job is known by a label or annotation of its own (\`argocd.argoproj.io/…\`).`,
  advice: 'Make the Job a hook, and let Argo CD delete it before the next one',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
  annotations:
    argocd.argoproj.io/sync-wave: "1"
spec:
  ttlSecondsAfterFinished: 86400
  #                        ^^^^^ ttl-under-argo-cd
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
  annotations:
    argocd.argoproj.io/sync-wave: "1"
    argocd.argoproj.io/hook: Sync
    argocd.argoproj.io/hook-delete-policy: BeforeHookCreation
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};

/** Seconds in which Argo CD surely has seen the end of a hook, also while it is busy. */
const shortest = 60;
