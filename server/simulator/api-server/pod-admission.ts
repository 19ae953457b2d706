import { forbidden, isFineAnywhere, type RefusedPod, reviewPod } from '../../admission/admit-pod.ts';
import { type NamespaceFacts, nothingInForce, type ResourceQuota } from '../../admission/namespace-facts.ts';
import { type Demand, demandsOf, exceededDemand, exceededObjectCount, usageOfEnded } from '../../admission/resource-quota.ts';
import { podOf } from '../../kubernetes/creation/pod-from-job.ts';
import type { PodTemplateSpec } from '../../kubernetes/generated/types.ts';
import { type Amounts, addAmounts, timesAmounts } from '../../kubernetes/values/pod-resources.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { type Clock, watchTime, writeTime } from '../engine/clock.ts';
import { hasEnded, type JobObject, type Pod } from '../objects/objects.ts';
import { type PodPlan, planPod } from '../objects/pod-plan.ts';

/** What the namespace makes of pods that the Job controller asks for, and of Jobs that a CronJob starts. */
export interface PodAdmission {
  /** Asks for one more pod of a Job. Where it is taken it counts in the quotas from now on. */
  ask(job: JobObject): Answer;
  /** Whether one more pod of a Job would be refused now. */
  refuses(job: JobObject): boolean;
  /** The pod that was asked for is not made after all. */
  giveBack(job: JobObject): void;
  /** To be called after each change of a pod. */
  podChanged(pod: Pod): void;
  /** Asks for one more Job: why it is refused, or nothing. Where it is taken it counts in the quotas from now on. */
  askForJob(): string | undefined;
  jobRemoved(): void;
  /** Whether a quota refused something: what becomes of a Job then depends on the others that are about. */
  readonly quotaRefused: boolean;
}

export type Answer = { readonly accepted: true; readonly plan: PodPlan } | RefusedPod;

/** What is known of the pods of a plan, and how many of them count. */
interface Reviewed {
  readonly answer: Answer;
  readonly demands: readonly Demand[];
  /** That exist, and of them those that have not ended. */
  readonly counted: { existing: number; running: number };
}

/** The quota controller hears of a pod's end, counts again and writes, of which the API server hears (pkg/controller/resourcequota). */
const recount = watchTime + writeTime + watchTime;

/** `facts` are undefined where nothing is known of the namespace: a pod that is invalid once it is made is refused in any. */
export function createPodAdmission(clock: Clock, facts: NamespaceFacts | undefined, version: KubernetesVersion): PodAdmission {
  const inForce = facts ?? nothingInForce;
  const reviewed = new Map<PodPlan, Reviewed>();
  /** Pods that quotas count, with what is known of their kind; those that ended lie in `ended`. */
  const running = new Map<Pod, Reviewed>();
  const ended = new Map<Pod, Reviewed>();
  let quotaRefused = false;
  let jobs = 0;

  function reviewOf(job: JobObject): Reviewed {
    const known = reviewed.get(job.plan) ?? review(job, inForce, version);
    reviewed.set(job.plan, known);
    return known;
  }
  function used(quota: ResourceQuota): Amounts {
    return [...reviewed.values()].reduce((sum, { demands, counted }) => {
      const usage = demands.find((demand) => demand.quota === quota)?.usage;
      if (!usage) return sum;
      const { existing } = counted;
      return addAmounts(addAmounts(sum, timesAmounts(usage, counted.running)), timesAmounts(usageOfEnded, existing - counted.running));
    }, quota.used);
  }
  function follow(pod: Pod): void {
    const kind = reviewOf(pod.job);
    if (kind.demands.length > 0 && takesRoom(pod)) running.set(pod, kind);
  }
  function later(run: () => void): void {
    clock.schedule(clock.now + recount, run);
  }

  return {
    get quotaRefused() {
      return quotaRefused;
    },
    ask(job) {
      const { answer, demands, counted } = reviewOf(job);
      if (!answer.accepted || demands.length === 0) return answer;
      const exceeded = exceededDemand(demands, used);
      quotaRefused ||= exceeded !== undefined;
      if (exceeded !== undefined) return forbidden(exceeded);
      counted.existing++;
      counted.running++;
      return answer;
    },
    refuses(job) {
      const { answer, demands } = reviewOf(job);
      return !answer.accepted || exceededDemand(demands, used) !== undefined;
    },
    giveBack(job) {
      const { demands, counted } = reviewOf(job);
      if (demands.length === 0) return;
      counted.existing--;
      counted.running--;
    },
    askForJob() {
      const exceeded = exceededObjectCount('jobs.batch', inForce.quotas, jobs);
      quotaRefused ||= exceeded !== undefined;
      if (exceeded === undefined) jobs++;
      return exceeded && `is forbidden: ${exceeded}`;
    },
    jobRemoved() {
      if (inForce.quotas.length > 0) later(() => jobs--);
    },
    podChanged(pod) {
      if (inForce.quotas.length === 0) return;
      const kind = running.get(pod) ?? ended.get(pod);
      if (!kind) {
        follow(pod);
        return;
      }
      if (running.has(pod) && !takesRoom(pod)) {
        running.delete(pod);
        ended.set(pod, kind);
        later(() => kind.counted.running--);
      }
      if (pod.deleted === undefined) return;
      ended.delete(pod);
      later(() => kind.counted.existing--);
    },
  };
}

function review(job: JobObject, facts: NamespaceFacts, version: KubernetesVersion): Reviewed {
  if (facts === nothingInForce && isFineAnywhere(job.plan.spec)) return admitted(job.plan);
  const reviewed = reviewPod(podOf({ spec: { template: templateOf(job) } }, version), facts, version);
  const counted = { existing: 0, running: 0 };
  if (!reviewed.accepted) return { answer: reviewed, demands: [], counted };
  const plan = facts.limitRanges.length > 0 ? planPod(reviewed.spec) : job.plan;
  return { answer: { accepted: true, plan }, demands: demandsOf(reviewed.spec, facts.quotas), counted };
}

/** Where nothing is known of the namespace most pods need not be looked at. */
function admitted(plan: PodPlan): Reviewed {
  return { answer: { accepted: true, plan }, demands: [], counted: { existing: 0, running: 0 } };
}

function templateOf({ stored, origin, plan }: JobObject): PodTemplateSpec {
  const { template } = stored?.spec ?? origin?.of.spec?.jobTemplate?.spec ?? {};
  return { ...template, spec: plan.spec };
}

/** A pod that has ended, or should be gone already, only counts as an object (pkg/quota/v1/evaluator/core/pods.go QuotaV1Pod, 1.37). */
function takesRoom(pod: Pod): boolean {
  return !hasEnded(pod) && pod.deleted === undefined && pod.deletion?.grace !== 0;
}
