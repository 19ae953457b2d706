import type { FieldKey } from '../../kubernetes/generated/types.ts';
import type { Message } from '../table/message-table.ts';

/** What each field means, keyed by `field.` and the API's own type and field. Pod fields without a text here have generated ones. */
export const fields = {
  'field.Job.apiVersion': 'The API that the object belongs to. A Job is always `batch/v1`.',
  'field.Job.kind': 'What the object is: a Job runs pods until enough of them have succeeded.',
  'field.Job.metadata': 'The name, namespace, labels and annotations of the Job.',
  'field.Job.spec': 'What the Job shall do: which pods, how many, how failures are treated.',
  'field.Job.status': 'Written by the Job controller. In a manifest it is ignored.',
  'field.CronJob.apiVersion': 'The API that the object belongs to. A CronJob is always `batch/v1`; `batch/v1beta1` was removed in 1.25.',
  'field.CronJob.kind': 'What the object is: a CronJob creates Jobs on a schedule.',
  'field.CronJob.metadata': 'The name, namespace, labels and annotations of the CronJob.',
  'field.CronJob.spec': 'When Jobs are created, from which template, and how many finished ones are kept.',
  'field.CronJob.status': 'Written by the CronJob controller. In a manifest it is ignored.',

  'field.JobSpec.activeDeadlineSeconds':
    'The longest time in seconds that the Job may run, counted from its start and over all tries. When it has passed, running pods are ended and the Job fails with reason DeadlineExceeded, whatever `backoffLimit` still allows. Time spent suspended does not count.',
  'field.JobSpec.backoffLimit':
    'How many pod failures are retried before the Job fails with reason BackoffLimitExceeded. Each failure doubles the wait before the next pod: 10 s, 20 s, 40 s and so on, at most 10 minutes. With restartPolicy OnFailure the restarts of containers count as well.',
  'field.JobSpec.backoffLimitPerIndex':
    'How many failures each index may have before that index counts as failed, while the other indexes go on. Without `maxFailedIndexes` all indexes get their chance.',
  'field.JobSpec.completionMode':
    '`NonIndexed`: pods are alike, and `completions` of them must succeed. `Indexed`: every pod gets an index from 0 to `completions` - 1 (in `JOB_COMPLETION_INDEX`, its host name and an annotation), and one pod must succeed for each index.',
  'field.JobSpec.completions':
    'How many pods must succeed for the Job to be complete. Left out while `parallelism` is set, the Job is a work queue: it is complete when one pod has succeeded and all others have ended.',
  'field.JobSpec.manualSelector':
    'Set to true, you write `selector` and the matching pod labels yourself, and a selector that also matches foreign pods makes the Job take them over. Leave it out, and Kubernetes generates both.',
  'field.JobSpec.maxFailedIndexes':
    'How many indexes may fail before the whole Job fails and its other pods are ended. Needs `backoffLimitPerIndex`.',
  'field.JobSpec.parallelism':
    'How many pods may run at the same time. Never more are started than successes are still missing. 0 pauses the Job: running pods are ended and none are started.',
  'field.JobSpec.podFailurePolicy':
    'Rules that tell by exit code or pod condition what a failed pod means: end the Job at once, ignore the failure, count it, or give up its index. The first rule that matches decides; without a match the failure counts.',
  'field.JobSpec.podReplacementPolicy':
    'When a replacement is created for a pod that is going away: `TerminatingOrFailed` as soon as it is being deleted, `Failed` only when it has ended, so that two never run side by side.',
  'field.JobSpec.selector': 'Which pods belong to the Job. Kubernetes generates it; leave it out unless `manualSelector` is true.',
  'field.JobSpec.suspend':
    'Set to true, no pods are started and running ones are ended; set back to false, the Job starts anew and its deadline counts from then. Suspended and not running, its scheduling fields in the template may be changed.',
  'field.JobSpec.template': 'The pod that the Job creates again and again. Its restartPolicy must be `Never` or `OnFailure`.',
  'field.JobSpec.ttlSecondsAfterFinished':
    'How many seconds after it has finished, well or badly, the Job is deleted together with its pods. 0 deletes at once. Left out, a finished Job stays until somebody deletes it.',
  'field.JobSpec.managedBy':
    'Which controller runs the Job. Any value but `kubernetes.io/job-controller` makes the built-in controller leave it alone, so that a controller of your own must do the work.',
  'field.JobSpec.successPolicy':
    'Lets an Indexed Job succeed before all its indexes have: when one rule is met, the pods still running are ended and the Job is complete.',
  'field.JobSpec.scheduling':
    'How the scheduler places the pods as a group. Kept only where the feature gate WorkloadWithJob is on; otherwise the API server drops it silently.',
  'field.PodFailurePolicy.rules': 'At most 20 rules, tried in order for every failed pod; the first that matches decides.',
  'field.PodFailurePolicyRule.action':
    'What a match means. `FailJob`: end the Job and all its pods. `FailIndex`: give up this index (needs `backoffLimitPerIndex`). `Ignore`: start a new pod without counting towards `backoffLimit`. `Count`: count as usual.',
  'field.PodFailurePolicyRule.onExitCodes': 'Matches by the exit code of a container. A rule has either this or `onPodConditions`.',
  'field.PodFailurePolicyRule.onPodConditions':
    'Matches when the pod has one of these conditions, such as DisruptionTarget for pods that were evicted. A rule has either this or `onExitCodes`.',
  'field.PodFailurePolicyOnExitCodesRequirement.containerName':
    'Look only at this container or init container. Left out, any container counts.',
  'field.PodFailurePolicyOnExitCodesRequirement.operator':
    '`In`: the exit code is one of `values`. `NotIn`: the container failed with a code that is none of them.',
  'field.PodFailurePolicyOnExitCodesRequirement.values':
    '1 to 255 exit codes, ascending and without repetition. 0 is success and not allowed with `In`.',
  'field.PodFailurePolicyOnPodConditionsPattern.status': 'The status that the condition must have: True, False or Unknown.',
  'field.PodFailurePolicyOnPodConditionsPattern.type':
    'The type of the condition: `DisruptionTarget` for evicted, preempted or drained pods, or one that your own controller sets.',
  'field.SuccessPolicy.rules': '1 to 20 rules; the Job succeeds as soon as one of them is met.',
  'field.SuccessPolicyRule.succeededCount':
    'How many indexes must have succeeded; with `succeededIndexes`, how many of those listed there.',
  'field.SuccessPolicyRule.succeededIndexes':
    'Which indexes must have succeeded: numbers and intervals in ascending order, such as `0,2-5,9`. Without `succeededCount` all of them must.',

  'field.JobSchedulingConfiguration.disruptionMode':
    'Whether pods of the group may be disrupted one by one (`single`) or only all together (`all`).',
  'field.JobSchedulingConfiguration.resourceClaims':
    'At most four resource claims that the pods of the Job share; a pod uses one by naming the same claim in its own `resourceClaims`.',
  'field.JobSchedulingConfiguration.schedulingConstraints': 'Where the group may be placed, for example within one zone.',
  'field.JobSchedulingConfiguration.schedulingPolicy':
    '`basic`: pods are placed one by one. `gang`: none starts before enough of them can be placed together.',
  'field.WorkloadPodGroupDisruptionMode.all': 'Pods of the group are only disrupted all together. Write it as `{}`.',
  'field.WorkloadPodGroupDisruptionMode.single': 'Pods of the group may be disrupted one by one. Write it as `{}`.',
  'field.WorkloadPodGroupResourceClaim.name': 'The name of the claim within the group, unique among them.',
  'field.WorkloadPodGroupResourceClaim.resourceClaimName': 'An existing ResourceClaim in the same namespace.',
  'field.WorkloadPodGroupResourceClaim.resourceClaimTemplateName': 'A ResourceClaimTemplate from which a claim is made for the group.',
  'field.WorkloadPodGroupSchedulingConstraints.topology': 'At most one topology within which all pods of the group must be placed.',
  'field.TopologyConstraint.key': 'The node label that names the topology, such as `topology.kubernetes.io/zone`.',
  'field.WorkloadPodGroupSchedulingPolicy.basic': 'Pods are placed one by one, as usual. Write it as `{}`.',
  'field.WorkloadPodGroupSchedulingPolicy.gang': 'Pods start together or not at all.',
  'field.WorkloadPodGroupGangSchedulingPolicy.minCount':
    'How many pods must fit on nodes at the same time before any of them is started; not more than `parallelism`.',

  'field.CronJobSpec.concurrencyPolicy':
    'What happens when a run is due while the last one is still going. `Allow`: both run. `Forbid`: the new one waits for the old one to end, or is skipped when it is too late by then. `Replace`: the old one is deleted and the new one starts.',
  'field.CronJobSpec.failedJobsHistoryLimit': 'How many failed Jobs are kept; older ones are deleted. 0 keeps none.',
  'field.CronJobSpec.successfulJobsHistoryLimit': 'How many completed Jobs are kept; older ones are deleted. 0 keeps none.',
  'field.CronJobSpec.jobTemplate': 'The Job that is created for each run.',
  'field.CronJobSpec.schedule':
    'When a Job is created: minute, hour, day of the month, month, day of the week (0 is Sunday, 7 is not allowed), or a name such as `@hourly`. A day of the month and a day of the week given together mean either of them.',
  'field.CronJobSpec.startingDeadlineSeconds':
    'How many seconds late a run may still start; a run that is later is skipped. Left out, a run is made up for however late it is, the latest missed one only.',
  'field.CronJobSpec.suspend':
    'Set to true, no further runs are started. Runs that are going go on, and missed ones are made up for unless `startingDeadlineSeconds` says they are too late.',
  'field.CronJobSpec.timeZone':
    'The time zone in which the schedule is read, by its IANA name such as `Asia/Seoul` or `Etc/UTC`. Left out, it is the zone of the kube-controller-manager, in most clusters UTC.',
  'field.JobTemplateSpec.metadata': 'Labels and annotations for every Job that the CronJob creates. A name given here is not used.',
  'field.JobTemplateSpec.spec': 'What each Job shall do. Its defaults are filled in when the Job is created, not in the CronJob.',

  'field.JobStatus.active': 'How many pods are pending or running and not being deleted.',
  'field.JobStatus.completedIndexes': 'The indexes that have succeeded, such as `0-2,5`.',
  'field.JobStatus.completionTime': 'When the Job was complete. A failed Job has none.',
  'field.JobStatus.conditions': 'What can be said of the Job as a whole: Complete, Failed, Suspended, and what announces them.',
  'field.JobStatus.failed': 'How many pods have failed.',
  'field.JobStatus.failedIndexes': 'The indexes that were given up, such as `1,4`.',
  'field.JobStatus.ready': 'How many of the active pods are ready.',
  'field.JobStatus.startTime': 'When the controller began with the Job; reset when a suspended Job is resumed.',
  'field.JobStatus.succeeded': 'How many pods have succeeded.',
  'field.JobStatus.terminating': 'How many pods are being deleted and have not ended yet.',
  'field.JobStatus.uncountedTerminatedPods': 'Pods that have ended and are being counted.',
  'field.JobCondition.lastProbeTime': 'When the condition was last looked at.',
  'field.JobCondition.lastTransitionTime': 'When the condition last changed.',
  'field.JobCondition.message': 'The reason of the condition in words.',
  'field.JobCondition.reason': 'The reason of the condition in one word, such as BackoffLimitExceeded.',
  'field.JobCondition.status': 'True, False or Unknown.',
  'field.JobCondition.type': 'Complete, Failed, Suspended, FailureTarget or SuccessCriteriaMet.',
  'field.UncountedTerminatedPods.failed': 'Failed pods that are not in the count yet.',
  'field.UncountedTerminatedPods.succeeded': 'Succeeded pods that are not in the count yet.',
  'field.CronJobStatus.active': 'The Jobs that are running.',
  'field.CronJobStatus.lastScheduleTime': 'The last time for which a Job was created.',
  'field.CronJobStatus.lastSuccessfulTime': 'When a Job of this CronJob last completed.',

  'field.ObjectMeta.name':
    'The name, unique in its namespace for the kind. Pods get it with five random characters added, so a DNS label of at most 63 characters is wise; a CronJob may have 52, because its Jobs add eleven.',
  'field.ObjectMeta.generateName':
    'The beginning of a name that the API server completes with five random characters. Create such an object with `kubectl create`: `kubectl apply` needs a name.',
  'field.ObjectMeta.namespace': 'The namespace that the object lives in. Left out, it is the one of the request, usually `default`.',
  'field.ObjectMeta.labels':
    'Pairs of key and value to find the object by. Keys and values have at most 63 characters, values are always strings: quote `"1"` and `"true"`.',
  'field.ObjectMeta.annotations': 'Pairs of key and value for people and tools. Values are strings of any form, up to 256 KiB in all.',
  'field.ObjectMeta.finalizers': 'Names that keep the object from disappearing until whoever put them there takes them away.',
  'field.PodTemplateSpec.metadata':
    'Labels and annotations for every pod. Kubernetes adds the labels `batch.kubernetes.io/job-name` and `batch.kubernetes.io/controller-uid` itself.',
  'field.PodTemplateSpec.spec': 'The containers of the pod and where it may run.',
  'field.PodSpec.restartPolicy':
    'What happens when a container ends with an error. `Never`: the pod stays as it failed, with its logs, and the Job starts a new one. `OnFailure`: the same container is started again in the same pod, and the pod is deleted when `backoffLimit` is reached. A Job does not allow `Always`, which is what leaving it out means.',
  'field.PodSpec.activeDeadlineSeconds':
    'The longest time in seconds that one pod may run; the Job counts the pod as failed and tries again. To limit the Job as a whole, use `activeDeadlineSeconds` of the Job.',
  'field.PodSpec.containers':
    'The containers that do the work, started side by side. The pod has succeeded when all of them have ended with exit code 0.',
  'field.PodSpec.initContainers':
    'Containers that run one after the other before the others start. One with `restartPolicy: Always` is a sidecar: it runs alongside, and is ended when the others have finished, so it does not keep the Job from completing.',
  'field.PodSpec.terminationGracePeriodSeconds': 'How many seconds a container gets to end after SIGTERM before it is killed.',
  'field.PodSpec.volumes': 'What containers can mount, each under a name that `volumeMounts` refers to.',
  'field.PodSpec.evictionResponders':
    'At most ten parties that are asked before the pod is evicted, so that they can end its work gracefully. Not together with `schedulingGroup`.',
  'field.PodSpec.resources': 'CPU and memory for the pod as a whole, shared by its containers.',
  'field.EvictionResponder.name': 'Who responds, as a name with a domain in front: `example.com/drainer`.',
  'field.EvictionResponder.priority': 'The order in which responders are asked: the highest first.',
  'field.Container.command':
    'The program to run instead of the image’s ENTRYPOINT, each word one list item. No shell reads it: for `&&`, pipes or `$VARIABLES` write `["sh", "-c", "…"]`; `$(NAME)` is replaced by an environment variable.',
  'field.Container.args':
    'The arguments for `command`, or for the image’s ENTRYPOINT where there is no command. They replace the image’s CMD.',
  'field.Container.image': 'The image that the container is made from. Without a tag it is `latest`, and is then pulled for every pod.',
  'field.Container.name': 'The name of the container, unique in the pod: lower-case letters, digits and `-`.',
  'field.Container.restartPolicy':
    'In an init container, `Always` makes it a sidecar that runs alongside the others and does not keep the Job from completing.',
  'field.Container.restartPolicyRules':
    'By exit code, whether this container alone is started again whatever the pod’s restartPolicy says. Needs `restartPolicy` of the container.',
  'field.HTTPGetAction.protocol':
    'The protocol that the probe speaks: `HTTP1` or `HTTP2`, the latter without TLS; `HTTP1` unless it says otherwise. Needs the feature gate H2CContainerProbe.',
  'field.GRPCAction.mode': '`Plaintext` or `TLS`; with TLS the certificate is not verified. Needs the feature gate GRPCContainerProbeTLS.',
  'field.VolumeMount.bindMountOptions':
    'Mount options to add: `noexec`, `nodev`, `nosuid`. Not for image volumes, and without effect on Windows. Needs the feature gate VolumeBindMountOptions.',
  'field.EmptyDirVolumeSource.mode':
    'The permission bits of the directory, between 0000 and 01777; 0777 unless it says otherwise. `fsGroup` overrides them. Needs the feature gate EmptyDirVolumeMode.',
  'field.ConfigMapVolumeSource.defaultUser':
    'The user id that owns the files, unless an item names its own. Needs the feature gate AtomicWriteVolumeUserFields.',
  'field.SecretVolumeSource.defaultUser':
    'The user id that owns the files, unless an item names its own. Needs the feature gate AtomicWriteVolumeUserFields.',
  'field.DownwardAPIVolumeSource.defaultUser':
    'The user id that owns the files, unless an item names its own. Needs the feature gate AtomicWriteVolumeUserFields.',
  'field.ProjectedVolumeSource.defaultUser':
    'The user id that owns the files, unless an item names its own. Needs the feature gate AtomicWriteVolumeUserFields.',
  'field.KeyToPath.user': 'The user id that owns the file. Needs the feature gate AtomicWriteVolumeUserFields.',
  'field.DownwardAPIVolumeFile.user': 'The user id that owns the file. Needs the feature gate AtomicWriteVolumeUserFields.',
  'field.ClusterTrustBundleProjection.user': 'The user id that owns the file. Needs the feature gate AtomicWriteVolumeUserFields.',
  'field.ServiceAccountTokenProjection.user': 'The user id that owns the file. Needs the feature gate AtomicWriteVolumeUserFields.',
  'field.PodCertificateProjection.user': 'The user id that owns the file. Needs the feature gate AtomicWriteVolumeUserFields.',
} as const satisfies { readonly [Key in FieldKey as `field.${Key}`]?: Message };
