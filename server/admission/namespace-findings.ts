import { resolveName } from '../kubernetes/creation/generate-name.ts';
import { jobOf } from '../kubernetes/creation/job-from-cronjob.ts';
import { podOf } from '../kubernetes/creation/pod-from-job.ts';
import { setPodTemplateDefaults } from '../kubernetes/defaults/pod-template.ts';
import { fieldPathOf, metadataPath } from '../kubernetes/finding/field-path.ts';
import { bad, type Finding, warning } from '../kubernetes/finding/finding.ts';
import type { CronJob, Job, JobSpec, ObjectMeta } from '../kubernetes/generated/types.ts';
import { isCronJob, type JobKind, jobSpecPath } from '../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { admitPod, forbidden, isFineAnywhere, refusalText } from './admit-pod.ts';
import { type NamespaceFacts, nothingInForce } from './namespace-facts.ts';
import { violationsOf } from './pod-security/pod-security.ts';
import { type Demand, demandsOf, exceededObjectCount, roomFor } from './resource-quota.ts';

/**
 * What a namespace says of an object that is right in itself, decoded and as it is written: a full quota refuses it, Pod
 * Security may warn of its template, and its pods may be refused. `facts` are undefined where nothing is known of the
 * namespace: a pod that is invalid once it is made is refused in any.
 */
export function namespaceFindings(
  object: Job | CronJob,
  facts: NamespaceFacts | undefined,
  version: KubernetesVersion,
): readonly Finding[] {
  const refused = facts && fullQuota(object, facts);
  if (refused) return [refused];
  return [...(facts ? podSecurityWarning(object, facts, version) : []), ...refusedPods(object, facts, version)];
}

/** The server's answer names no field. */
function fullQuota(object: Job | CronJob, { quotas }: NamespaceFacts): Finding | undefined {
  const kind = kindOf(object);
  const resource = kind === 'Job' ? 'jobs.batch' : 'cronjobs.batch';
  const exceeded = exceededObjectCount(resource, quotas);
  if (exceeded === undefined) return undefined;
  const said = { quoted: `${resource} ${JSON.stringify(resolveName(object.metadata))} is forbidden: ${exceeded}` };
  return { ...bad(metadataPath, 'Forbidden', 'quota-of-objects', { args: { kind, said } }), path: '' };
}

/** Pod Security looks at templates too, but only ever warns of them. */
function podSecurityWarning(object: Job | CronJob, { podSecurity }: NamespaceFacts, version: KubernetesVersion): readonly Finding[] {
  const { metadata = {}, spec = {} } = setPodTemplateDefaults(jobOf(object).spec?.template ?? {}, version);
  const violations = violationsOf({ metadata, spec }, podSecurity.warn, version);
  if (violations === undefined) return [];
  const kind = kindOf(object);
  return [warning(templatePath(object), 'namespace-warns', { args: { kind, said: { quoted: `would violate ${violations}` } } })];
}

function refusedPods(object: Job | CronJob, facts: NamespaceFacts | undefined, version: KubernetesVersion): readonly Finding[] {
  const job = jobOf(object);
  // Most objects need not be filled in for it.
  if (!facts && isFineAnywhere(job.spec?.template?.spec ?? {})) return [];
  const admission = admitPod(podOf(job, version), facts ?? nothingInForce, version);
  const kind = kindOf(object);
  if (admission.accepted) return facts ? tooLittleRoom(object, demandsOf(admission.spec, facts.quotas)) : [];
  const said = { quoted: refusalText(admission, podName(object.metadata)) };
  const code = facts ? 'pods-refused' : 'pods-invalid';
  return [{ ...warning(templatePath(object), code, { args: { kind, said } }), reason: 'PodsRefused' }];
}

/** Where one pod fits but not all that the Job runs at once: for information, as the Job gets done all the same. */
function tooLittleRoom(object: Job | CronJob, demands: readonly Demand[]): readonly Finding[] {
  const kind = kindOf(object);
  const wanted = mostAtOnce(jobOf(object).spec ?? {});
  const room = roomFor(demands);
  if (!room || room.pods >= wanted) return [];
  const said = { quoted: refusalText(forbidden(room.objection), podName(object.metadata)) };
  const args = { pods: room.pods, wanted, said };
  return [{ ...warning(fieldPathOf([...jobSpecPath(kind), 'parallelism']), 'quota-room', { args }), reason: 'Advice', severity: 'info' }];
}

/** What a Job without a fixed number of completions runs at once is its parallelism (wantedPods of pkg/controller/job). */
function mostAtOnce({ parallelism = 1, completions }: JobSpec): number {
  return Math.min(parallelism, completions ?? parallelism);
}

/** What stands in for the names that the server makes. */
function podName(metadata: ObjectMeta | undefined): string {
  return `${resolveName(metadata)}-xxxxx`;
}

function kindOf(object: Job | CronJob): JobKind {
  return isCronJob(object) ? 'CronJob' : 'Job';
}

function templatePath(object: Job | CronJob) {
  return fieldPathOf([...jobSpecPath(kindOf(object)), 'template']);
}
