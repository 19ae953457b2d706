/** What hover says of a field besides its meaning. All of it holds in every language. */
export interface FieldFacts {
  /** As it would be written in YAML; a function of the object that the field belongs to where it depends on its neighbours. */
  readonly default?: string | ((siblings: Readonly<Record<string, unknown>>) => string | undefined);
  /** Whether `kubectl apply` can change it on an object that exists; absent: nothing to say. */
  readonly change?: 'yes' | 'no' | 'with-parallelism' | 'while-suspended';
  /** The version that brought it, and the one that made it stable. */
  readonly since?: string;
  readonly stable?: string;
  /** Neighbours that it works together with. */
  readonly goesWith?: readonly string[];
  /** YAML to look at. */
  readonly example?: string;
  /** Page of the documentation, below kubernetes.io/docs/. */
  readonly page?: string;
}

const jobs = 'concepts/workloads/controllers/job/';
const cronJobs = 'concepts/workloads/controllers/cron-jobs/';
const lifecycle = 'concepts/workloads/pods/pod-lifecycle/';

/** By the API's type and field. What can be changed follows ValidateJobUpdate in pkg/apis/batch/validation, v1.37. */
const facts: Readonly<Record<string, FieldFacts>> = {
  'Job.apiVersion': { example: 'apiVersion: batch/v1\nkind: Job', page: `${jobs}#writing-a-job-spec` },
  'Job.kind': { example: 'apiVersion: batch/v1\nkind: Job', page: jobs },
  'Job.metadata': { example: 'metadata:\n  name: import-orders', page: `${jobs}#writing-a-job-spec` },
  'Job.spec': {
    example:
      'spec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n          command: ["sleep", "60"]',
    page: `${jobs}#writing-a-job-spec`,
  },
  'Job.status': { page: `${jobs}#terminal-job-conditions` },
  'CronJob.apiVersion': { example: 'apiVersion: batch/v1\nkind: CronJob', page: `${cronJobs}#writing-a-cronjob-spec` },
  'CronJob.kind': { example: 'apiVersion: batch/v1\nkind: CronJob', page: cronJobs },
  'CronJob.metadata': { example: 'metadata:\n  name: nightly-report', page: `${cronJobs}#writing-a-cronjob-spec` },
  'CronJob.spec': {
    example: 'spec:\n  schedule: "30 2 * * *"\n  jobTemplate:\n    spec:\n      template: …',
    page: `${cronJobs}#writing-a-cronjob-spec`,
  },
  'CronJob.status': { page: cronJobs },

  'JobSpec.activeDeadlineSeconds': {
    change: 'yes',
    goesWith: ['backoffLimit', 'suspend'],
    example: 'activeDeadlineSeconds: 600',
    page: `${jobs}#job-termination-and-cleanup`,
  },
  'JobSpec.backoffLimit': {
    default: (spec) => (spec['backoffLimitPerIndex'] == null ? '6' : '2147483647'),
    change: 'yes',
    goesWith: ['restartPolicy', 'podFailurePolicy', 'backoffLimitPerIndex'],
    example: 'backoffLimit: 3',
    page: `${jobs}#pod-backoff-failure-policy`,
  },
  'JobSpec.backoffLimitPerIndex': {
    change: 'no',
    since: '1.28',
    stable: '1.33',
    goesWith: ['completionMode: Indexed', 'maxFailedIndexes'],
    example: 'completionMode: Indexed\ncompletions: 10\nbackoffLimitPerIndex: 1',
    page: `${jobs}#backoff-limit-per-index`,
  },
  'JobSpec.completionMode': {
    default: 'NonIndexed',
    change: 'no',
    since: '1.21',
    stable: '1.24',
    goesWith: ['completions', 'backoffLimitPerIndex', 'successPolicy'],
    example: 'completionMode: Indexed\ncompletions: 5\nparallelism: 3',
    page: `${jobs}#completion-mode`,
  },
  'JobSpec.completions': {
    default: (spec) => (spec['parallelism'] == null ? '1' : undefined),
    change: 'with-parallelism',
    goesWith: ['parallelism', 'completionMode'],
    example: 'completions: 5\nparallelism: 2',
    page: `${jobs}#parallel-jobs`,
  },
  'JobSpec.manualSelector': {
    default: 'false',
    change: 'yes',
    goesWith: ['selector'],
    example: 'manualSelector: true',
    page: `${jobs}#specifying-your-own-pod-selector`,
  },
  'JobSpec.maxFailedIndexes': {
    change: 'yes',
    since: '1.28',
    stable: '1.33',
    goesWith: ['backoffLimitPerIndex', 'completionMode: Indexed'],
    example: 'backoffLimitPerIndex: 1\nmaxFailedIndexes: 5',
    page: `${jobs}#backoff-limit-per-index`,
  },
  'JobSpec.parallelism': {
    default: '1',
    change: 'yes',
    goesWith: ['completions'],
    example: 'completions: 5\nparallelism: 3',
    page: `${jobs}#controlling-parallelism`,
  },
  'JobSpec.podFailurePolicy': {
    change: 'no',
    since: '1.25',
    stable: '1.31',
    goesWith: ['restartPolicy: Never', 'backoffLimit', 'podReplacementPolicy'],
    example: 'podFailurePolicy:\n  rules:\n    - action: FailJob\n      onExitCodes:\n        operator: In\n        values: [42]',
    page: `${jobs}#pod-failure-policy`,
  },
  'JobSpec.podReplacementPolicy': {
    default: (spec) => (spec['podFailurePolicy'] == null ? 'TerminatingOrFailed' : 'Failed'),
    change: 'yes',
    since: '1.28',
    stable: '1.34',
    goesWith: ['podFailurePolicy'],
    example: 'podReplacementPolicy: Failed',
    page: `${jobs}#pod-replacement-policy`,
  },
  'JobSpec.selector': {
    change: 'no',
    goesWith: ['manualSelector'],
    example: 'manualSelector: true\nselector:\n  matchLabels:\n    app: import',
    page: `${jobs}#specifying-your-own-pod-selector`,
  },
  'JobSpec.suspend': {
    default: 'false',
    change: 'yes',
    since: '1.21',
    stable: '1.24',
    goesWith: ['activeDeadlineSeconds', 'template'],
    example: 'suspend: true',
    page: `${jobs}#suspending-a-job`,
  },
  'JobSpec.template': {
    change: 'while-suspended',
    example: 'template:\n  spec:\n    restartPolicy: Never\n    containers:\n      - name: main\n        image: busybox:1.36',
    page: `${jobs}#pod-template`,
  },
  'JobSpec.ttlSecondsAfterFinished': {
    change: 'yes',
    since: '1.12',
    stable: '1.23',
    example: 'ttlSecondsAfterFinished: 86400',
    page: `${jobs}#ttl-mechanism-for-finished-jobs`,
  },
  'JobSpec.managedBy': {
    change: 'no',
    stable: '1.35',
    example: 'managedBy: example.com/queue',
    page: `${jobs}#delegation-of-managing-a-job-object-to-external-controller`,
  },
  'JobSpec.successPolicy': {
    change: 'no',
    stable: '1.33',
    goesWith: ['completionMode: Indexed', 'completions'],
    example: 'successPolicy:\n  rules:\n    - succeededIndexes: 0-2\n      succeededCount: 2',
    page: `${jobs}#success-policy`,
  },
  'JobSpec.scheduling': {
    change: 'no',
    goesWith: ['parallelism'],
    example: 'scheduling:\n  schedulingPolicy:\n    gang:\n      minCount: 3',
    page: jobs,
  },
  'PodFailurePolicy.rules': {
    example: 'rules:\n  - action: Ignore\n    onPodConditions:\n      - type: DisruptionTarget',
    page: `${jobs}#pod-failure-policy`,
  },
  'PodFailurePolicyRule.action': { example: 'action: FailJob', page: `${jobs}#pod-failure-policy` },
  'PodFailurePolicyRule.onExitCodes': {
    goesWith: ['action'],
    example: 'onExitCodes:\n  containerName: main\n  operator: In\n  values: [1, 42]',
    page: `${jobs}#pod-failure-policy`,
  },
  'PodFailurePolicyRule.onPodConditions': {
    goesWith: ['action'],
    example: 'onPodConditions:\n  - type: DisruptionTarget',
    page: `${jobs}#pod-failure-policy`,
  },
  'PodFailurePolicyOnExitCodesRequirement.containerName': { example: 'containerName: main' },
  'PodFailurePolicyOnExitCodesRequirement.operator': { goesWith: ['values'], example: 'operator: In' },
  'PodFailurePolicyOnExitCodesRequirement.values': { goesWith: ['operator'], example: 'values: [1, 42, 137]' },
  'PodFailurePolicyOnPodConditionsPattern.status': { default: '"True"', goesWith: ['type'], example: 'status: "True"' },
  'PodFailurePolicyOnPodConditionsPattern.type': { goesWith: ['status'], example: 'type: DisruptionTarget' },
  'SuccessPolicy.rules': { example: 'rules:\n  - succeededCount: 3', page: `${jobs}#success-policy` },
  'SuccessPolicyRule.succeededCount': { goesWith: ['succeededIndexes'], example: 'succeededCount: 3' },
  'SuccessPolicyRule.succeededIndexes': { goesWith: ['succeededCount'], example: 'succeededIndexes: 0,2-5' },
  'JobSchedulingConfiguration.disruptionMode': { change: 'no', example: 'disruptionMode:\n  all: {}' },
  'JobSchedulingConfiguration.resourceClaims': {
    change: 'no',
    example: 'resourceClaims:\n  - name: gpus\n    resourceClaimTemplateName: shared-gpus',
  },
  'JobSchedulingConfiguration.schedulingConstraints': {
    change: 'no',
    example: 'schedulingConstraints:\n  topology:\n    - key: topology.kubernetes.io/zone',
  },
  'JobSchedulingConfiguration.schedulingPolicy': { change: 'no', example: 'schedulingPolicy:\n  gang:\n    minCount: 3' },
  'WorkloadPodGroupGangSchedulingPolicy.minCount': { change: 'yes', goesWith: ['parallelism'], example: 'minCount: 3' },

  'CronJobSpec.concurrencyPolicy': {
    default: 'Allow',
    change: 'yes',
    goesWith: ['startingDeadlineSeconds'],
    example: 'concurrencyPolicy: Forbid',
    page: `${cronJobs}#concurrency-policy`,
  },
  'CronJobSpec.failedJobsHistoryLimit': {
    default: '1',
    change: 'yes',
    goesWith: ['successfulJobsHistoryLimit'],
    example: 'failedJobsHistoryLimit: 3',
    page: `${cronJobs}#jobs-history-limits`,
  },
  'CronJobSpec.successfulJobsHistoryLimit': {
    default: '3',
    change: 'yes',
    goesWith: ['failedJobsHistoryLimit'],
    example: 'successfulJobsHistoryLimit: 1',
    page: `${cronJobs}#jobs-history-limits`,
  },
  'CronJobSpec.jobTemplate': {
    change: 'yes',
    example: 'jobTemplate:\n  spec:\n    template:\n      spec:\n        restartPolicy: OnFailure\n        containers: …',
    page: `${cronJobs}#job-template`,
  },
  'CronJobSpec.schedule': {
    change: 'yes',
    goesWith: ['timeZone'],
    example: 'schedule: "0 9 * * 1-5"',
    page: `${cronJobs}#schedule-syntax`,
  },
  'CronJobSpec.startingDeadlineSeconds': {
    change: 'yes',
    goesWith: ['schedule', 'concurrencyPolicy'],
    example: 'startingDeadlineSeconds: 300',
    page: `${cronJobs}#starting-deadline`,
  },
  'CronJobSpec.suspend': { default: 'false', change: 'yes', example: 'suspend: true', page: `${cronJobs}#schedule-suspension` },
  'CronJobSpec.timeZone': {
    change: 'yes',
    since: '1.24',
    stable: '1.27',
    goesWith: ['schedule'],
    example: 'timeZone: Asia/Seoul',
    page: `${cronJobs}#time-zones`,
  },
  'JobTemplateSpec.metadata': { change: 'yes', example: 'metadata:\n  labels:\n    app: report', page: `${cronJobs}#job-template` },
  'JobTemplateSpec.spec': { change: 'yes', example: 'spec:\n  backoffLimit: 2\n  template: …', page: `${cronJobs}#job-template` },

  'ObjectMeta.name': { change: 'no', page: 'concepts/overview/working-with-objects/names/' },
  'ObjectMeta.generateName': { change: 'no', example: 'generateName: import-', page: 'reference/using-api/api-concepts/#generated-values' },
  'ObjectMeta.namespace': { change: 'no', page: 'concepts/overview/working-with-objects/namespaces/' },
  'ObjectMeta.labels': { page: 'concepts/overview/working-with-objects/labels/' },
  'ObjectMeta.annotations': { page: 'concepts/overview/working-with-objects/annotations/' },
  'PodTemplateSpec.metadata': { page: `${jobs}#pod-template` },
  'PodTemplateSpec.spec': { page: `${jobs}#pod-template` },
  'PodSpec.restartPolicy': {
    default: 'Always',
    goesWith: ['backoffLimit', 'podFailurePolicy'],
    example: 'restartPolicy: Never',
    page: `${jobs}#handling-pod-and-container-failures`,
  },
  'PodSpec.activeDeadlineSeconds': { page: `${jobs}#job-termination-and-cleanup` },
  'PodSpec.dnsPolicy': { default: 'ClusterFirst' },
  'PodSpec.schedulerName': { default: 'default-scheduler' },
  'PodSpec.terminationGracePeriodSeconds': { default: '30', page: `${lifecycle}#pod-termination` },
  'PodSpec.initContainers': { page: 'concepts/workloads/pods/init-containers/' },
  'PodSpec.volumes': { page: 'concepts/storage/volumes/' },
  'PodSpec.affinity': { page: 'concepts/scheduling-eviction/assign-pod-node/' },
  'PodSpec.nodeSelector': { page: 'concepts/scheduling-eviction/assign-pod-node/#nodeselector' },
  'PodSpec.tolerations': { page: 'concepts/scheduling-eviction/taint-and-toleration/' },
  'PodSpec.containers': {
    example: 'containers:\n  - name: main\n    image: busybox:1.36\n    command: ["sleep", "60"]',
    page: 'concepts/workloads/pods/',
  },
  'Container.command': {
    goesWith: ['args'],
    example: 'command: ["sh", "-c", "import.sh && report.sh"]',
    page: 'tasks/inject-data-application/define-command-argument-container/',
  },
  'Container.args': { goesWith: ['command'], page: 'tasks/inject-data-application/define-command-argument-container/' },
  'Container.image': { goesWith: ['imagePullPolicy'], page: 'concepts/containers/images/' },
  'Container.imagePullPolicy': {
    default: (container) => pullPolicy(container['image']),
    page: 'concepts/containers/images/#image-pull-policy',
  },
  'Container.restartPolicy': { page: 'concepts/workloads/pods/sidecar-containers/' },
  'Container.restartPolicyRules': { goesWith: ['restartPolicy'], page: `${lifecycle}#restart-policy` },
  'Container.resources': { page: 'concepts/configuration/manage-resources-containers/' },
  'Container.terminationMessagePath': { default: '/dev/termination-log' },
  'Container.terminationMessagePolicy': { default: 'File' },
  'ContainerPort.protocol': { default: 'TCP' },
  'Probe.timeoutSeconds': { default: '1' },
  'Probe.periodSeconds': { default: '10' },
  'Probe.successThreshold': { default: '1' },
  'Probe.failureThreshold': { default: '3' },
  'HTTPGetAction.path': { default: '/' },
  'HTTPGetAction.scheme': { default: 'HTTP' },
  'HTTPGetAction.protocol': { default: 'HTTP1' },
  'ObjectFieldSelector.apiVersion': { default: 'v1' },
  'SecretVolumeSource.defaultMode': { default: '0644' },
  'ConfigMapVolumeSource.defaultMode': { default: '0644' },
  'DownwardAPIVolumeSource.defaultMode': { default: '0644' },
  'ProjectedVolumeSource.defaultMode': { default: '0644' },
  'EmptyDirVolumeSource.mode': { default: '0777' },
  'ServiceAccountTokenProjection.expirationSeconds': { default: '3600' },
};

export function factsOf(owner: string, field: string): FieldFacts {
  return facts[`${owner}.${field}`] ?? {};
}

/** As SetDefaults_Container does: a tag of `latest`, written or implied, means Always. */
function pullPolicy(image: unknown): string | undefined {
  if (typeof image !== 'string' || image === '') return undefined;
  const name = image.slice(image.lastIndexOf('/') + 1);
  if (name.includes('@')) return 'IfNotPresent';
  const tag = name.includes(':') ? name.slice(name.indexOf(':') + 1) : 'latest';
  return tag === 'latest' ? 'Always' : 'IfNotPresent';
}
