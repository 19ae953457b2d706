import { type ApiField, isList, scalarShape } from '../../../kubernetes/fields/api-fields.ts';

/** The value that a field is completed with, by the API's type and field: YAML below the key, with tab stops. `$0` is where typing goes on. */
const bodies: Readonly<Record<string, string>> = {
  'Job.metadata': '\n  name: ${1:my-job}$0',
  'Job.spec':
    '\n  template:\n    spec:\n      restartPolicy: ${1|Never,OnFailure|}\n      containers:\n        - name: ${2:main}\n          image: ${3:busybox:1.36}$0',
  'CronJob.metadata': '\n  name: ${1:my-cron-job}$0',
  'CronJob.spec':
    '\n  schedule: "${1:0 * * * *}"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: ${2|OnFailure,Never|}\n          containers:\n            - name: ${3:main}\n              image: ${4:busybox:1.36}$0',
  'CronJobSpec.jobTemplate':
    '\n  spec:\n    template:\n      spec:\n        restartPolicy: ${1|OnFailure,Never|}\n        containers:\n          - name: ${2:main}\n            image: ${3:busybox:1.36}$0',
  'CronJobSpec.schedule': ' "${1:0 * * * *}"$0',
  'JobTemplateSpec.spec':
    '\n  template:\n    spec:\n      restartPolicy: ${1|OnFailure,Never|}\n      containers:\n        - name: ${2:main}\n          image: ${3:busybox:1.36}$0',
  'JobSpec.template':
    '\n  spec:\n    restartPolicy: ${1|Never,OnFailure|}\n    containers:\n      - name: ${2:main}\n        image: ${3:busybox:1.36}$0',
  'JobSpec.completionMode': ' ${1|Indexed,NonIndexed|}$0',
  'JobSpec.podFailurePolicy':
    '\n  rules:\n    - action: ${1|FailJob,Ignore,Count,FailIndex|}\n      onExitCodes:\n        operator: ${2|In,NotIn|}\n        values: [${3:42}]$0',
  'JobSpec.successPolicy': '\n  rules:\n    - succeededIndexes: ${1:0-2}\n      succeededCount: ${2:1}$0',
  'JobSpec.selector': '\n  matchLabels:\n    ${1:app}: ${2:name}$0',
  'PodFailurePolicy.rules': '\n  - action: ${1|FailJob,Ignore,Count,FailIndex|}\n    $0',
  'PodFailurePolicyRule.onExitCodes': '\n  operator: ${1|In,NotIn|}\n  values: [${2:1}]$0',
  'PodFailurePolicyRule.onPodConditions': '\n  - type: ${1:DisruptionTarget}$0',
  'PodFailurePolicyOnExitCodesRequirement.values': ' [${1:1}]$0',
  'SuccessPolicy.rules': '\n  - succeededIndexes: ${1:0}$0',
  'PodTemplateSpec.metadata': '\n  labels:\n    ${1:app}: ${2:name}$0',
  'PodTemplateSpec.spec':
    '\n  restartPolicy: ${1|Never,OnFailure|}\n  containers:\n    - name: ${2:main}\n      image: ${3:busybox:1.36}$0',
  'PodSpec.containers': '\n  - name: ${1:main}\n    image: ${2:busybox:1.36}$0',
  'PodSpec.initContainers': '\n  - name: ${1:init}\n    image: ${2:busybox:1.36}\n    command: [${3:"true"}]$0',
  'PodSpec.volumes': '\n  - name: ${1:data}\n    ${2:emptyDir}: ${3:{\\}}$0',
  'PodSpec.restartPolicy': ' ${1|Never,OnFailure|}$0',
  'PodSpec.imagePullSecrets': '\n  - name: ${1:registry}$0',
  'PodSpec.nodeSelector': '\n  ${1:kubernetes.io/os}: ${2:linux}$0',
  'PodSpec.tolerations': '\n  - key: ${1:key}\n    operator: ${2|Exists,Equal|}$0',
  'Container.command': ' ["${1:sh}", "-c", "${2:echo hello}"]$0',
  'Container.args': ' ["$1"]$0',
  'Container.env': '\n  - name: ${1:NAME}\n    value: ${2:"value"}$0',
  'Container.envFrom': '\n  - configMapRef:\n      name: ${1:config}$0',
  'Container.ports': '\n  - containerPort: ${1:8080}$0',
  'Container.volumeMounts': '\n  - name: ${1:data}\n    mountPath: ${2:/data}$0',
  'Container.resources': '\n  requests:\n    cpu: ${1:100m}\n    memory: ${2:128Mi}\n  limits:\n    memory: ${3:256Mi}$0',
  'ResourceRequirements.requests': '\n  cpu: ${1:100m}\n  memory: ${2:128Mi}$0',
  'ResourceRequirements.limits': '\n  cpu: ${1:500m}\n  memory: ${2:256Mi}$0',
  'ObjectMeta.labels': '\n  ${1:app}: ${2:name}$0',
  'ObjectMeta.annotations': '\n  ${1:example.com/note}: ${2:text}$0',
};

/** What follows the colon of a field. */
export function bodyFor(owner: string, name: string, field: ApiField): string {
  const own = snippetBody(owner, name);
  if (own !== undefined) return own;
  const shape = scalarShape(field);
  if (shape?.enum?.length) return ` \${1|${shape.enum.join(',')}|}$0`;
  if (shape?.type === 'boolean') return ' ${1|true,false|}$0';
  if (shape) return ' $0';
  return isList(field) ? '\n  - $0' : '\n  $0';
}

/** Of a field that deserves one. */
export function snippetBody(owner: string, field: string): string | undefined {
  return bodies[`${owner}.${field}`];
}

const container =
  'containers:\n        - name: ${4:main}\n          image: ${5:busybox:1.36}\n          command: [${6:"sh", "-c", "echo hello; sleep 10"}]$0';

function job(spec: string, restartPolicy = '${3|Never,OnFailure|}'): string {
  return `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: \${1:my-job}\nspec:\n${spec}  template:\n    spec:\n      restartPolicy: ${restartPolicy}\n      ${container}\n`;
}

/** Whole manifests for an empty document: a Job of each form, and a CronJob. Each has a text `snippet-<name>`. */
export const manifestSnippets: Readonly<Record<string, string>> = {
  'job-one-shot': job('  backoffLimit: ${2:0}\n'),
  'job-fixed-count': job('  completions: ${2:5}\n  parallelism: ${7:2}\n'),
  'job-work-queue': job('  parallelism: ${2:3}\n'),
  'job-indexed': job('  completionMode: Indexed\n  completions: ${2:5}\n  parallelism: ${7:3}\n  backoffLimitPerIndex: ${8:1}\n'),
  'job-retries': job('  backoffLimit: ${2:3}\n  activeDeadlineSeconds: ${7:600}\n  ttlSecondsAfterFinished: ${8:86400}\n'),
  'job-pod-failure-policy': job(
    '  backoffLimit: ${2:6}\n  podFailurePolicy:\n    rules:\n      - action: FailJob\n        onExitCodes:\n          operator: In\n          values: [${7:42}]\n      - action: Ignore\n        onPodConditions:\n          - type: DisruptionTarget\n',
    'Never',
  ),
  'job-success-policy': job(
    '  completionMode: Indexed\n  completions: ${2:5}\n  parallelism: ${7:5}\n  successPolicy:\n    rules:\n      - succeededIndexes: ${8:0-2}\n        succeededCount: ${9:1}\n',
  ),
  'cron-job':
    'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: ${1:my-cron-job}\nspec:\n  schedule: "${2:0 2 * * *}"\n  timeZone: ${3:Etc/UTC}\n  concurrencyPolicy: ${4|Forbid,Allow,Replace|}\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: ${5|OnFailure,Never|}\n          containers:\n            - name: ${6:main}\n              image: ${7:busybox:1.36}\n              command: [${8:"sh", "-c", "echo hello"}]$0\n',
};

/** A snippet's text for an editor without snippets: tab stops give way to what stands in them, or to their first choice. */
export function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, (_, text: string) => text.replace(/\\(.)/g, '$1'))
    .replace(/\$\d+/g, '');
}
