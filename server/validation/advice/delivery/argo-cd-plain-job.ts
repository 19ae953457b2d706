import { field, key, root } from '../../../kubernetes/finding/field-path.ts';
import type { Remedy } from '../../../kubernetes/finding/remedy.ts';
import { argoCdSyncOptions, hookOf, isRecreatedByArgoCd, isUnderArgoCd } from '../../../kubernetes/names/hook-annotations.ts';
import { asArgoCdHook } from '../rule/as-argo-cd-hook.ts';
import { adviceRule, atParent, type RulePage } from '../rule/rule.ts';

/** A Job that Argo CD applies like any other object: the next change of its template is refused. */
export const argoCdPlainJob = adviceRule({
  code: 'argo-cd-plain-job',
  tier: 'practice',
  level: 'info',
  english:
    'Argo CD keeps this Job, and its next sync fails when the template has changed: make it a hook, which is deleted before it runs again',
  korean: 'Argo CD는 이 잡을 계속 두므로 템플릿이 바뀌면 다음 동기화가 실패합니다. 다시 실행되기 전에 지워지도록 훅으로 만드십시오.',
  check({ cronJob, job, metadata, partial }) {
    const { ownerReferences = [], generateName } = metadata;
    if (cronJob || partial || ownerReferences.length > 0 || generateName !== undefined || job.ttlSecondsAfterFinished !== undefined)
      return undefined;
    if (!isUnderArgoCd(metadata) || hookOf(metadata) || isRecreatedByArgoCd(metadata)) return undefined;
    return atParent(key(field(root, 'metadata', 'annotations'), 'argocd.argoproj.io/hook'), {});
  },
  remedies: (_, { metadata }) => [asArgoCdHook(), recreated(metadata.annotations?.[argoCdSyncOptions] ?? '')],
});

export const page: RulePage = {
  finds: 'Argo CD applies the Job like any other object, not as a hook',
  why: `A Job's template cannot be changed. With the next image the sync is refused ("field is immutable"), until somebody deletes the Job. A hook is deleted before it is created again. With the sync option \`Force=true\` Argo CD deletes a Job and creates it anew when the change is refused; \`Replace=true\` alone changes nothing about that, as the server refuses it too, and nor does \`Force=true\` with \`ServerSideApply=true\`.

That Argo CD applies a Job is known by a label or annotation of its own (\`argocd.argoproj.io/…\`).`,
  advice: 'Make it a hook of the phase that it belongs to',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
  annotations:
  #^^^^^^^^^^ argo-cd-plain-job
    argocd.argoproj.io/sync-wave: "1"
spec:
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

/** Has Argo CD delete the Job and create it anew where its change is refused. */
function recreated(options: string): Remedy {
  const others = options
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && !/^(?:Force|Replace)=/.test(one));
  const value = [...others, 'Force=true', 'Replace=true'].join(',');
  return {
    title: { code: 'fix-argo-cd-recreated', args: {} },
    changes: [{ does: 'set', path: ['metadata', 'annotations', argoCdSyncOptions], value }],
    // It runs the Job at each such change, which is not for us to decide.
    preferred: false,
  };
}
