import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { pace } from '../rule/pace.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** With Replace, a run that takes longer than every interval never gets to its end. */
export const replacedBeforeDone = adviceRule({
  code: 'replaced-before-done',
  tier: 'pitfall',
  level: 'warning',
  english:
    'A run takes about {seconds} s, but is replaced after {longest} s at the latest, so none ever completes: use Forbid, or run it less often',
  korean:
    '실행 한 번에 약 {seconds}초가 걸리는데 늦어도 {longest}초 뒤에는 다음 실행으로 교체되어 한 번도 완료되지 않습니다. Forbid를 쓰거나 덜 자주 실행하십시오.',
  check(subject) {
    if (subject.cronJob?.concurrencyPolicy !== 'Replace') return undefined;
    const { seconds, longest } = pace(subject) ?? { seconds: 0, longest: 0 };
    return seconds > longest ? atValue(field(root, 'spec', 'concurrencyPolicy'), { seconds, longest }) : undefined;
  },
  remedies: ({ path }) => [setting(path, 'Forbid')],
});

export const page: RulePage = {
  finds: 'concurrencyPolicy is Replace, and a run takes longer than every interval between runs',
  why: 'Each new run deletes the one before, so none ever completes. Only told where the commands say how long they take.',
  advice: 'Let a run finish, or run less often',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "*/5 * * * *"
  concurrencyPolicy: Replace
  #                  ^^^^^^^ replaced-before-done
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example/report:1.4
              command: [sleep, "400"]
              resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "*/5 * * * *"
  concurrencyPolicy: Forbid
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example/report:1.4
              command: [sleep, "400"]
              resources: {requests: {memory: 64Mi}}
`,
};
