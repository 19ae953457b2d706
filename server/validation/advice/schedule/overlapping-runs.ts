import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { pace } from '../rule/pace.ts';
import { adviceRule, atParent, atValue, type RulePage } from '../rule/rule.ts';

/** A run that takes longer than the time to the next one, so that runs pile up. */
export const overlappingRuns = adviceRule({
  code: 'overlapping-runs',
  tier: 'pitfall',
  level: 'info',
  english:
    'A run takes about {seconds} s, but the next may start after {interval} s: runs will overlap unless concurrencyPolicy is Forbid or Replace',
  korean:
    '실행 한 번에 약 {seconds}초가 걸리는데 다음 실행이 {interval}초 뒤에 시작될 수 있습니다. concurrencyPolicy를 Forbid나 Replace로 하지 않으면 실행이 겹칩니다.',
  check(subject) {
    const path = field(root, 'spec', 'concurrencyPolicy');
    const policy = subject.cronJob?.concurrencyPolicy;
    if (policy !== undefined && policy !== 'Allow') return undefined;
    const { seconds, shortest } = pace(subject) ?? { seconds: 0, shortest: 0 };
    if (seconds <= shortest) return undefined;
    const args = { seconds, interval: shortest };
    return policy === undefined ? atParent(path, args) : atValue(path, args);
  },
  remedies: ({ path }) => [setting(path, 'Forbid')],
});

export const page: RulePage = {
  finds: 'A run takes longer than the time to the next one, and concurrencyPolicy is Allow, its default',
  why: 'A new Job starts though the last one still runs, so they pile up and compete for the same data. Only told where the commands say how long they take.',
  advice: 'Skip a run while the last one goes on, or run less often',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "*/5 * * * *"
  concurrencyPolicy: Allow
  #                  ^^^^^ overlapping-runs
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
