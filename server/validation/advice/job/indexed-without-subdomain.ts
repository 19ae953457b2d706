import { field } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import type { Container } from '../../../kubernetes/generated/types.ts';
import { adviceRule, atParent, type RulePage } from '../rule/rule.ts';

/** Pods of an Indexed Job that call each other by host name, which DNS knows with a subdomain only. */
export const indexedWithoutSubdomain = adviceRule({
  code: 'indexed-without-subdomain',
  tier: 'pitfall',
  level: 'info',
  english: ({ host }: { host: string; service: string }) =>
    `The name ${host} leads nowhere, as pods of an Indexed Job have host names in DNS with a subdomain only: set it to a headless Service's name`,
  korean: ({ host }) =>
    `인덱스 잡의 파드는 subdomain이 있어야 DNS에 호스트 이름이 등록되므로 ${host} 이름을 찾을 수 없습니다. 헤드리스 서비스의 이름으로 설정하십시오.`,
  check({ job, pod, podPath, jobMetadata, partial }) {
    const { name } = jobMetadata;
    if (partial || job.completionMode !== 'Indexed' || pod.subdomain !== undefined || name === undefined) return undefined;
    const texts = [...(pod.initContainers ?? []), ...(pod.containers ?? [])].flatMap(textsOf);
    const found = texts.map((text) => hostIn(text, name)).find(Boolean);
    return found && atParent(field(podPath, 'subdomain'), found);
  },
  remedies: ({ path, args: { service } }) => (service === '' ? [] : [setting(path, service)]),
});

export const page: RulePage = {
  finds: 'The containers of an Indexed Job use the host name of a pod, such as `report-0.workers`, and the pod has no subdomain',
  why: "Each pod of an Indexed Job has the Job's name and its index for a host name. Others find it in DNS as `report-0.workers`, where `workers` is the pod's `subdomain` and a headless Service of that name selects the pods. Without a subdomain the name is known inside the pod alone.",
  advice: "Set `subdomain` to the headless Service's name",
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  completionMode: Indexed
  completions: 3
  parallelism: 3
  template:
    spec:
    #^^^ indexed-without-subdomain
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          args: [--leader, "report-0.workers:7000"]
          resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  completionMode: Indexed
  completions: 3
  parallelism: 3
  template:
    spec:
      subdomain: workers
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          args: [--leader, "report-0.workers:7000"]
          resources: {requests: {memory: 64Mi}}
`,
};

function textsOf({ command = [], args = [], env = [] }: Container): readonly string[] {
  return [...command, ...args, ...env.flatMap(({ value }) => value ?? [])];
}

/** The host name of one of the Job's pods in a text, with the Service that it names, or none where a port follows at once. */
function hostIn(text: string, job: string): { readonly host: string; readonly service: string } | undefined {
  // Nearly no text names its Job, and making a pattern takes longer than looking.
  if (!text.includes(`${job}-`)) return undefined;
  const index = '(?:\\d+|\\$\\{\\w+\\}|\\$\\(\\w+\\)|\\$\\w+)';
  const host = new RegExp(`(?<![\\w.-])${job.replace(/\W/g, '\\$&')}-${index}(?:\\.([a-z](?:[a-z0-9-]*[a-z0-9])?)|(?=:\\d))`).exec(text);
  const service = host?.[1] ?? '';
  return host && !fileEndings.test(service) ? { host: host[0], service } : undefined;
}

const fileEndings =
  /^(?:log|txt|csv|tsv|json|jsonl|ya?ml|xml|html|md|gz|tgz|tar|zip|bz|zst|parquet|avro|out|err|tmp|pid|lock|sql|bak|db|pkl|pt|bin|npy|npz|png|jpe?g|sh|py|done|ok|part)$/;
