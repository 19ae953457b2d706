import { type Instant, instantOf, microsecondsPerSecond } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';

/** The kubelet's own times: how late it is, and how long it takes. One stands for the kubelets of all nodes. */
export interface KubeletTimes {
  /** It notices at once and takes no time: nothing of what follows, but for the restart, is its own. */
  readonly ideal: boolean;
  /** Of the first start of a pod, from binding to the first running container, where nobody says how long that takes. */
  readonly firstStart: Instant;
  /** A container is created, and then started. */
  readonly create: Instant;
  readonly start: Instant;
  /** From the start of a process that has nothing to do until the runtime knows of its end: the kubelet sees it running before. */
  readonly shortestRun: Instant;
  /** From the end of a container to its next run where neither back-off nor the look for it takes time. */
  readonly restart: Instant;
  /** When it next looks at what runs on its node: at that time or later. */
  nextLook(at: Instant): Instant;
  /** When it next takes up pods whose time has come: at that time or later. */
  nextSync(at: Instant): Instant;
  /** When it next takes up a pod that failed, and whose wait begins now. */
  retryAfter(now: Instant, wait: Instant): Instant;
}

/** Seconds between two looks (pkg/kubelet/kubelet.go genericPlegRelistPeriod, 1.37). */
const usualNotice: Seconds = 1;
/**
 * Where in its second a kubelet looks is chance. Here a container that ran for whole seconds waits for the look about half a
 * second, which is what it has to expect.
 */
const lookPhase = 0.8;
const syncPhase = 0.5;
const second = microsecondsPerSecond;
/** Waits are prolonged by up to a half, by chance (pkg/kubelet/pod_workers.go workerBackOffPeriodJitterFactor, 1.37): by a quarter, as is to be expected. */
const expectedJitter = 0.25;

/** `notice` are the seconds between two looks; 0 for a kubelet that sees everything at once, and takes no time of its own. */
export function kubeletTimes(notice: Seconds = usualNotice): KubeletTimes {
  if (notice === 0) return idealTimes;
  const period = instantOf(notice);
  const nextSync = (at: Instant) => tick(at, second, syncPhase);
  return {
    ideal: false,
    firstStart: instantOf(0.4),
    create: instantOf(0.1),
    start: instantOf(0.07),
    shortestRun: instantOf(0.05),
    restart: 0,
    nextLook: (at) => tick(at, period, lookPhase),
    nextSync,
    retryAfter: (now, wait) => nextSync(now + Math.round(wait * (1 + expectedJitter))),
  };
}

const idealTimes: KubeletTimes = {
  ideal: true,
  firstStart: instantOf(1),
  create: 0,
  start: 0,
  shortestRun: 0,
  restart: instantOf(0.3),
  nextLook: (at) => at,
  nextSync: (at) => at,
  retryAfter: (now, wait) => now + wait,
};

function tick(at: Instant, period: Instant, phase: number): Instant {
  if (at === Infinity) return at;
  const offset = Math.round(phase * period);
  return Math.ceil((at - offset) / period) * period + offset;
}
