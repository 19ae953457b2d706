import type { KubernetesVersion } from '../../kubernetes/versions.ts';

/** Something that clusters of some versions do and others do not. Absent bounds: as far as the known versions go. */
export interface Difference {
  readonly from?: KubernetesVersion;
  readonly upTo?: KubernetesVersion;
  /** The one between these of which it does not hold. */
  readonly but?: KubernetesVersion;
  /** A sentence for docs/versions.md. */
  readonly what: string;
  /** Where Kubernetes' source says so: a file with its function, and the gate that decides if there is one. */
  readonly source: string;
}

const jobController = 'pkg/controller/job/job_controller.go';
const statusStrategy = 'pkg/registry/batch/job/strategy.go getStatusValidationOptions';
const printers = 'pkg/printers/internalversion/printers.go';
const kubelet = 'pkg/kubelet';
const describe = 'staging/src/k8s.io/kubectl/pkg/describe/describe.go';

/** The releases whose sources were read. A later one of the same version may have mended what is told here. */
export const releases = ['1.29.6', '1.30.14', '1.31.4', '1.32.13', '1.33.5', '1.34.4', '1.35.1', '1.36.3', '1.37.1'] as const;

/**
 * What differs between these in what controllers do and kubectl prints, with each gate as it is unless somebody sets it.
 * Which fields a version reads at all is not told here: the schema and its gates say it.
 */
export const differences = {
  interimConditions: {
    from: '1.31',
    what: 'Every end of a Job is announced by FailureTarget or SuccessCriteriaMet. Before, only a podFailurePolicy is, by FailureTarget.',
    source: `${jobController} newFailureCondition, newSuccessCondition (JobPodReplacementPolicy, JobManagedBy)`,
  },
  endsAfterItsPods: {
    from: '1.31',
    what: 'A Job is Failed or Complete only when none of its pods terminates any more. Before, it is so at once.',
    source: `${jobController} enactJobFinished (JobPodReplacementPolicy, JobManagedBy)`,
  },
  completionHasReason: {
    from: '1.31',
    what: 'Complete carries the reason CompletionsReached and a message. Before, both are empty.',
    source: `${jobController} newSuccessCondition (JobSuccessPolicy)`,
  },
  failsPodsThatTerminateAtTheEnd: {
    upTo: '1.30',
    what: 'A pod that still terminates when the Job completes is counted as failed.',
    source: `${jobController} trackJobStatusAndRemoveFinalizers`,
  },
  countsDeletionsAtOnce: {
    from: '1.31',
    what: 'Pods that a sync deletes leave `ready` and enter `terminating` with it. Before, with the next one, which a finished Job does not have.',
    source: `${jobController} deleteActivePods, deleteJobPods`,
  },
  finishTimeOfSidecars: {
    from: '1.31',
    what: 'The back-off of a failed pod counts from the end of its last sidecar. Before, from the end of its last regular container.',
    source: 'pkg/controller/job/backoff_utils.go getFinishTimeFromContainers (SidecarContainers)',
  },
  hidesActivePodsWhileBackingOff: {
    upTo: '1.35',
    what: 'While a failed pod makes the next one wait, the Job is taken to have no active pods.',
    source: `${jobController} manageJob`,
  },
  refusesMoreReadyThanActive: {
    from: '1.32',
    what: 'The API server refuses a status with more ready than active pods. Up to 1.35 nothing is counted, and no finalizer removed, while a failed pod makes the next one wait and others are ready.',
    source: `${statusStrategy} (JobManagedBy)`,
  },
  clearsStartTime: {
    from: '1.36',
    what: 'Suspending a Job clears its startTime. Before, it stays: DURATION goes on, and activeDeadlineSeconds have gone on when the Job is resumed.',
    source: `${jobController} syncJob (MutableSchedulingDirectivesForSuspendedJobs)`,
  },
  refusesToResume: {
    from: '1.33',
    upTo: '1.33',
    what: 'The API server (seen in 1.33.5) refuses the status of a Job that is resumed after it had started: it stays Suspended and counts nothing until it ends, its pods run all the same.',
    source: `${statusStrategy} (JobManagedBy)`,
  },
  saysConditionOfJob: {
    from: '1.31',
    what: 'The event SawCompletedJob of a CronJob says `condition: …`. Before, `status: …`.',
    source: 'pkg/controller/cronjob/cronjob_controllerv2.go syncCronJob',
  },
  looksAfterStarts: {
    from: '1.36',
    what: 'The kubelet looks at a pod at once when it has started its containers. Before, with its next look, up to a second later.',
    source: `${kubelet}/kubelet.go SyncPod, RequestPodRelist`,
  },
  retriesWhenBackOffIsOver: {
    from: '1.35',
    what: 'A container that waits for its restart is tried again when the wait is over. Before, every 10 to 15 seconds, with an event BackOff each time.',
    source: `${kubelet}/pod_workers.go completeWork`,
  },
  namesNoContainerInEvents: {
    from: '1.35',
    what: 'The kubelet says `Container created` and `Container started`. Before, it names the container.',
    source: `${kubelet}/kuberuntime/kuberuntime_container.go startContainer`,
  },
  colonInCreated: {
    from: '1.30',
    upTo: '1.34',
    but: '1.31',
    what: 'The kubelet says `Created container: NAME`. In 1.29 and 1.31 (seen in 1.31.4) the colon is not there.',
    source: `${kubelet}/kuberuntime/kuberuntime_container.go startContainer`,
  },
  checksAccessToImages: {
    from: '1.35',
    what: 'The event Pulled of an image that is there says that the pod may use it.',
    source: `${kubelet}/images/image_manager.go EnsureImageExists (KubeletEnsureSecretPulledImages)`,
  },
  saysNoClaims: {
    from: '1.34',
    upTo: '1.36',
    what: 'The event FailedScheduling says `no new claims to deallocate` before it speaks of preemption.',
    source: 'pkg/scheduler/framework/plugins/dynamicresources/dynamicresources.go PostFilter (DynamicResourceAllocation)',
  },
  tellsOfRestartOfAll: {
    from: '1.36',
    what: 'A pod with a rule that restarts all containers has the condition AllContainersRestarting.',
    source: `${kubelet}/kubelet_pods.go generateAPIPodStatus (RestartAllContainersOnContainerExits)`,
  },
  statusOfJobs: {
    from: '1.30',
    what: '`kubectl get jobs` has the column STATUS.',
    source: `${printers} printJob`,
  },
  statusSuccessCriteriaMet: {
    from: '1.34',
    what: 'STATUS of a Job can be SuccessCriteriaMet. Before, it stays Running until Complete.',
    source: `${printers} printJob`,
  },
  timeZoneOfCronJobs: {
    from: '1.30',
    what: '`kubectl get cronjobs` has the column TIMEZONE.',
    source: `${printers} printCronJob`,
  },
  terminatingUnlessEnded: {
    from: '1.31',
    what: 'A pod that has ended keeps its STATUS when it is deleted. Before, it is Terminating.',
    source: `${printers} printPod`,
  },
  failureOutshinesCompletion: {
    from: '1.35',
    what: 'STATUS of a pod whose first container is Completed tells of another one that failed.',
    source: `${printers} printPod`,
  },
  describesLimitsOfJobs: {
    from: '1.30',
    what: '`kubectl describe job` prints Suspend, Backoff Limit and TTL Seconds After Finished.',
    source: `${describe} describeJob`,
  },
  describesScheduling: {
    from: '1.30',
    what: '`kubectl describe` prints node selectors and tolerations of a pod template.',
    source: `${describe} DescribePodTemplate`,
  },
  describesImageVolumes: {
    from: '1.32',
    what: '`kubectl describe` knows image volumes. Before, their type is `<unknown>`.',
    source: `${describe} describeVolumes`,
  },
  describesOptionalSources: {
    from: '1.33',
    what: '`kubectl describe` prints `Optional:` of projected Secrets and ConfigMaps. Before, SecretOptionalName and ConfigMapOptional.',
    source: `${describe} printProjectedVolumeSource`,
  },
  describesPortNames: {
    from: '1.34',
    what: '`kubectl describe` prints the names of ports.',
    source: `${describe} describeContainerPorts, describeContainerHostPorts`,
  },
  describesTimeZone: {
    from: '1.36',
    what: '`kubectl describe cronjob` prints the time zone.',
    source: `${describe} describeCronJob`,
  },
  describesFieldOfEvents: {
    from: '1.35',
    what: '`kubectl describe pod` says before the message of an event which container it is about.',
    source: `${describe} DescribeEvents`,
  },
  describesThresholds: {
    from: '1.37',
    what: '`kubectl describe` writes successThreshold and failureThreshold of probes. Before, #success and #failure.',
    source: `${describe} DescribeProbe`,
  },
} as const satisfies Readonly<Record<string, Difference>>;
