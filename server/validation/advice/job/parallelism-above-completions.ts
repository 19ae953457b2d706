import { field } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage, related } from '../rule/rule.ts';

/** More pods at once than there is work: the rest never start. */
export const parallelismAboveCompletions = adviceRule({
  code: 'parallelism-above-completions',
  tier: 'pitfall',
  level: 'info',
  carriedBy: 'job',
  english: ({ completions, parallelism }: { completions: number; parallelism: number }) =>
    `Only ${completions} ${completions === 1 ? 'pod is' : 'pods are'} needed, so no more than that ever run at once: lower parallelism from ${parallelism}, or raise completions`,
  korean:
    '필요한 파드는 {completions}개뿐이라 그보다 많이 동시에 실행되지 않습니다. parallelism({parallelism})을 낮추거나 completions를 올리십시오.',
  check({ job: { parallelism, completions }, jobPath }) {
    if (parallelism === undefined || completions === undefined || parallelism <= completions) return undefined;
    // A Job that needs none is complete at once, and fewer than none is refused.
    if (completions < 1) return undefined;
    return atValue(field(jobPath, 'parallelism'), { parallelism, completions }, [related(field(jobPath, 'completions'), 'completions')]);
  },
  remedies: ({ path, args: { completions } }) => [setting(path, completions)],
});

export const page: RulePage = {
  finds: 'parallelism is greater than completions',
  why: 'Never more pods run at once than completions are still missing, so the rest of parallelism has no effect. It may be that the two were confused.',
  advice: 'Lower parallelism, or raise completions',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  completions: 2
  parallelism: 5
  #            ^ parallelism-above-completions
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
  completions: 5
  parallelism: 5
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};
