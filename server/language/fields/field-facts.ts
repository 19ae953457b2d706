/** What hover says of a field besides its meaning. All of it holds in every language. */
export interface FieldFacts {
  /** Its value is read as the permission bits of a file. */
  readonly octal?: boolean;
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

/** By the API's type and field. */
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
    goesWith: ['backoffLimit', 'suspend'],
    example: 'activeDeadlineSeconds: 600',
    page: `${jobs}#job-termination-and-cleanup`,
  },
  'JobSpec.backoffLimit': {
    goesWith: ['restartPolicy', 'podFailurePolicy', 'backoffLimitPerIndex'],
    example: 'backoffLimit: 3',
    page: `${jobs}#pod-backoff-failure-policy`,
  },
  'JobSpec.backoffLimitPerIndex': {
    goesWith: ['completionMode: Indexed', 'maxFailedIndexes'],
    example: 'completionMode: Indexed\ncompletions: 10\nbackoffLimitPerIndex: 1',
    page: `${jobs}#backoff-limit-per-index`,
  },
  'JobSpec.completionMode': {
    goesWith: ['completions', 'backoffLimitPerIndex', 'successPolicy'],
    example: 'completionMode: Indexed\ncompletions: 5\nparallelism: 3',
    page: `${jobs}#completion-mode`,
  },
  'JobSpec.completions': {
    goesWith: ['parallelism', 'completionMode'],
    example: 'completions: 5\nparallelism: 2',
    page: `${jobs}#parallel-jobs`,
  },
  'JobSpec.manualSelector': {
    goesWith: ['selector'],
    example: 'manualSelector: true',
    page: `${jobs}#specifying-your-own-pod-selector`,
  },
  'JobSpec.maxFailedIndexes': {
    goesWith: ['backoffLimitPerIndex', 'completionMode: Indexed'],
    example: 'backoffLimitPerIndex: 1\nmaxFailedIndexes: 5',
    page: `${jobs}#backoff-limit-per-index`,
  },
  'JobSpec.parallelism': {
    goesWith: ['completions'],
    example: 'completions: 5\nparallelism: 3',
    page: `${jobs}#controlling-parallelism`,
  },
  'JobSpec.podFailurePolicy': {
    goesWith: ['restartPolicy: Never', 'backoffLimit', 'podReplacementPolicy'],
    example: 'podFailurePolicy:\n  rules:\n    - action: FailJob\n      onExitCodes:\n        operator: In\n        values: [42]',
    page: `${jobs}#pod-failure-policy`,
  },
  'JobSpec.podReplacementPolicy': {
    goesWith: ['podFailurePolicy'],
    example: 'podReplacementPolicy: Failed',
    page: `${jobs}#pod-replacement-policy`,
  },
  'JobSpec.selector': {
    goesWith: ['manualSelector'],
    example: 'manualSelector: true\nselector:\n  matchLabels:\n    app: import',
    page: `${jobs}#specifying-your-own-pod-selector`,
  },
  'JobSpec.suspend': {
    goesWith: ['activeDeadlineSeconds', 'template'],
    example: 'suspend: true',
    page: `${jobs}#suspending-a-job`,
  },
  'JobSpec.template': {
    example: 'template:\n  spec:\n    restartPolicy: Never\n    containers:\n      - name: main\n        image: busybox:1.36',
    page: `${jobs}#pod-template`,
  },
  'JobSpec.ttlSecondsAfterFinished': {
    example: 'ttlSecondsAfterFinished: 86400',
    page: `${jobs}#ttl-mechanism-for-finished-jobs`,
  },
  'JobSpec.managedBy': {
    example: 'managedBy: example.com/queue',
    page: `${jobs}#delegation-of-managing-a-job-object-to-external-controller`,
  },
  'JobSpec.successPolicy': {
    goesWith: ['completionMode: Indexed', 'completions'],
    example: 'successPolicy:\n  rules:\n    - succeededIndexes: 0-2\n      succeededCount: 2',
    page: `${jobs}#success-policy`,
  },
  'JobSpec.scheduling': {
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
  'PodFailurePolicyOnPodConditionsPattern.status': { goesWith: ['type'], example: 'status: "True"' },
  'PodFailurePolicyOnPodConditionsPattern.type': { goesWith: ['status'], example: 'type: DisruptionTarget' },
  'SuccessPolicy.rules': { example: 'rules:\n  - succeededCount: 3', page: `${jobs}#success-policy` },
  'SuccessPolicyRule.succeededCount': { goesWith: ['succeededIndexes'], example: 'succeededCount: 3' },
  'SuccessPolicyRule.succeededIndexes': { goesWith: ['succeededCount'], example: 'succeededIndexes: 0,2-5' },
  'JobSchedulingConfiguration.disruptionMode': { example: 'disruptionMode:\n  all: {}' },
  'JobSchedulingConfiguration.resourceClaims': {
    example: 'resourceClaims:\n  - name: gpus\n    resourceClaimTemplateName: shared-gpus',
  },
  'JobSchedulingConfiguration.schedulingConstraints': {
    example: 'schedulingConstraints:\n  topology:\n    - key: topology.kubernetes.io/zone',
  },
  'JobSchedulingConfiguration.schedulingPolicy': { example: 'schedulingPolicy:\n  gang:\n    minCount: 3' },
  'WorkloadPodGroupGangSchedulingPolicy.minCount': { goesWith: ['parallelism'], example: 'minCount: 3' },

  'CronJobSpec.concurrencyPolicy': {
    goesWith: ['startingDeadlineSeconds'],
    example: 'concurrencyPolicy: Forbid',
    page: `${cronJobs}#concurrency-policy`,
  },
  'CronJobSpec.failedJobsHistoryLimit': {
    goesWith: ['successfulJobsHistoryLimit'],
    example: 'failedJobsHistoryLimit: 3',
    page: `${cronJobs}#jobs-history-limits`,
  },
  'CronJobSpec.successfulJobsHistoryLimit': {
    goesWith: ['failedJobsHistoryLimit'],
    example: 'successfulJobsHistoryLimit: 1',
    page: `${cronJobs}#jobs-history-limits`,
  },
  'CronJobSpec.jobTemplate': {
    example: 'jobTemplate:\n  spec:\n    template:\n      spec:\n        restartPolicy: OnFailure\n        containers: …',
    page: `${cronJobs}#job-template`,
  },
  'CronJobSpec.schedule': {
    goesWith: ['timeZone'],
    example: 'schedule: "0 9 * * 1-5"',
    page: `${cronJobs}#schedule-syntax`,
  },
  'CronJobSpec.startingDeadlineSeconds': {
    goesWith: ['schedule', 'concurrencyPolicy'],
    example: 'startingDeadlineSeconds: 300',
    page: `${cronJobs}#starting-deadline`,
  },
  'CronJobSpec.suspend': { example: 'suspend: true', page: `${cronJobs}#schedule-suspension` },
  'CronJobSpec.timeZone': {
    goesWith: ['schedule'],
    example: 'timeZone: Asia/Seoul',
    page: `${cronJobs}#time-zones`,
  },
  'JobTemplateSpec.metadata': { example: 'metadata:\n  labels:\n    app: report', page: `${cronJobs}#job-template` },
  'JobTemplateSpec.spec': { example: 'spec:\n  backoffLimit: 2\n  template: …', page: `${cronJobs}#job-template` },

  'ObjectMeta.name': { page: 'concepts/overview/working-with-objects/names/' },
  'ObjectMeta.generateName': { example: 'generateName: import-', page: 'reference/using-api/api-concepts/#generated-values' },
  'ObjectMeta.namespace': { page: 'concepts/overview/working-with-objects/namespaces/' },
  'ObjectMeta.labels': { page: 'concepts/overview/working-with-objects/labels/' },
  'ObjectMeta.annotations': { page: 'concepts/overview/working-with-objects/annotations/' },
  'PodTemplateSpec.metadata': { page: `${jobs}#pod-template` },
  'PodTemplateSpec.spec': { page: `${jobs}#pod-template` },
  'PodSpec.restartPolicy': {
    goesWith: ['backoffLimit', 'podFailurePolicy'],
    example: 'restartPolicy: Never',
    page: `${jobs}#handling-pod-and-container-failures`,
  },
  'PodSpec.activeDeadlineSeconds': { page: `${jobs}#job-termination-and-cleanup` },
  'PodSpec.terminationGracePeriodSeconds': { page: `${lifecycle}#pod-termination` },
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
    page: 'concepts/containers/images/#image-pull-policy',
  },
  'Container.restartPolicy': { page: 'concepts/workloads/pods/sidecar-containers/' },
  'Container.restartPolicyRules': { goesWith: ['restartPolicy'], page: `${lifecycle}#restart-policy` },
  'Container.resources': { page: 'concepts/configuration/manage-resources-containers/' },
  'SecretVolumeSource.defaultMode': { octal: true },
  'ConfigMapVolumeSource.defaultMode': { octal: true },
  'DownwardAPIVolumeSource.defaultMode': { octal: true },
  'ProjectedVolumeSource.defaultMode': { octal: true },
};

export function factsOf(owner: string, field: string): FieldFacts {
  return facts[`${owner}.${field}`] ?? {};
}
