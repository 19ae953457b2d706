import { field } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { hookOf, isUnderArgoCd } from '../../../kubernetes/names/hook-annotations.ts';
import { adviceRule, atParent, type RulePage } from '../rule/rule.ts';

/** A Job that stays, with its pods, after it has finished: nothing removes it but its owner, a tool, or its time to live. */
export const unremovedJob = adviceRule({
  code: 'unremoved-job',
  tier: 'practice',
  level: 'info',
  english: 'Nothing removes this Job and its pods once it has finished: set ttlSecondsAfterFinished, such as 86400 for a day',
  korean: '끝난 잡과 파드를 지우는 것이 없습니다. ttlSecondsAfterFinished를 설정하십시오. 예: 하루는 86400.',
  check({ cronJob, job, jobPath, metadata, partial }) {
    if (cronJob || partial || job.ttlSecondsAfterFinished !== undefined || metadata.ownerReferences?.length) return undefined;
    const hook = hookOf(metadata);
    if (hook ? hook.removed : isUnderArgoCd(metadata)) return undefined;
    return atParent(field(jobPath, 'ttlSecondsAfterFinished'), {});
  },
  remedies: ({ path }) => [setting(path, 86_400)],
});

export const page: RulePage = {
  finds: 'The Job has no ttlSecondsAfterFinished, and neither an owner nor Helm or Argo CD removes it',
  why: 'Finished Jobs and their pods stay until somebody deletes them, and a Job of the same name cannot be created before. Jobs of a CronJob are removed by its history limits, and hooks of Helm and Argo CD before they are created again, unless a generateName gives each another name. Of other Jobs that Argo CD applies nothing is said: a time to live would make the application OutOfSync.',
  advice: 'Let it go by itself, after time enough to look at it',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
#^^^ unremoved-job
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
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};
