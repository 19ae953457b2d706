import { type Instant, instantOf, secondsOf } from '../engine/clock.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import type { Hook, PlayedRun, Run, StartFailure } from '../objects/runs.ts';
import { noSuchProgram } from '../objects/status-messages.ts';
import { grown, isWaiting } from './backoff.ts';
import { configError } from './config-error.ts';
import { beginRun } from './containers.ts';
import { afterTime, atTime, type Host } from './host.ts';
import { killContainer } from './kill-container.ts';
import * as say from './pod-events.ts';
import { failToPull } from './pull-image.ts';

/** How a start went. */
export interface StartResult {
  readonly failure: StartFailure | undefined;
  /** When it makes sense to try again; undefined: after the usual wait. */
  readonly retryAt?: Instant;
  /** Something ran, or runs: the kubelet finds it with its next look. */
  readonly began?: true;
}

/** What is special about a start. */
export interface StartTask {
  readonly container: Container;
  /** Its last run was ended only now: nobody has heard of that yet, so back-off counts from the end of the run before. */
  readonly killed: boolean;
  /** What passes before it can be created: the first of its pod waits for the pod's network and its image. */
  readonly before: Instant;
}

type Then = (result: StartResult) => void;

/** Starts a container, unless its last end is too short ago (pkg/kubelet/kuberuntime doBackOff and startContainer, 1.37). */
export function startContainer(host: Host, pod: Pod, task: StartTask, then: Then): void {
  const { container, killed, before } = task;
  const { now } = host.cluster.clock;
  const finish: Then = (result) => {
    container.failure = result.failure;
    then(result);
  };
  const ended = killed ? container.lastExit?.finishedAt : container.process?.ends;
  const { restartBackoff } = container;
  if (ended !== undefined && restartBackoff && isWaiting(restartBackoff, ended, now)) {
    const retryAt = ended + restartBackoff.wait;
    host.tell(pod, say.restartBackOff(pod, container.plan));
    // Each sync of the pod finds it waiting; why is said once.
    if (retryAt !== container.waitTold) {
      const waits = { seconds: secondsOf(retryAt - now), whole: secondsOf(restartBackoff.wait) };
      host.cluster.recorder.explain('trace-restart-waits', { container: container.plan.name, ...waits }, pod);
    }
    container.waitTold = retryAt;
    finish({ failure: 'CrashLoopBackOff', retryAt });
    return;
  }
  if (ended !== undefined) container.restartBackoff = grown(restartBackoff, ended, now);
  // Where no back-off passed, an ideal kubelet takes a moment all the same.
  const last = killed ? now : container.process?.ends;
  const takes = last === undefined ? before : Math.max(0, last + host.times.restart - now);
  getImage(host, pod, container, takes, (run) => {
    if (run.kind !== 'waits') create(host, pod, container, run, finish);
    else if (run.reason === 'CreateContainerConfigError') {
      host.tell(pod, say.startFailed(container.plan, run.error ?? configError(pod, container)));
      finish({ failure: run.reason });
    } else finish({ failure: failToPull(host, pod, container, run.reason) });
  });
}

/** Events tell of a pull from then on. */
const untilPull = instantOf(0.1);

/** What the next run is shows when the image is looked for. */
function getImage(host: Host, pod: Pod, container: Container, takes: Instant, then: (run: Run) => void): void {
  const { plan } = container;
  const pulls = plan.spec.imagePullPolicy === 'Always';
  const prepared = pulls ? Math.min(takes, untilPull) : takes;
  afterTime(host, pod, prepared, () => {
    const run = nextRun(host, pod, container);
    if (run.kind === 'waits' && run.reason !== 'CreateContainerConfigError') {
      then(run);
      return;
    }
    host.tell(pod, pulls ? say.pulling(plan) : say.imagePresent(plan, host.cluster.behaviour));
    afterTime(host, pod, takes - prepared, () => {
      if (pulls) host.tell(pod, say.pulled(plan, secondsOf(takes - prepared)));
      then(run);
    });
  });
}

/** The next entry of the scenario that is not over: a start that fails for a while is followed by the one behind it. */
function nextRun({ cluster: { clock }, behaviours }: Host, pod: Pod, container: Container): Run {
  for (;;) {
    const run = behaviours.run(pod, container);
    if (run.kind === 'waits') container.failsUntil ??= clock.now + run.for;
    if (run.kind !== 'waits' || clock.now < (container.failsUntil ?? 0)) return run;
    container.failsUntil = undefined;
    container.skippedRuns++;
  }
}

function create(host: Host, pod: Pod, container: Container, run: Exclude<Run, { kind: 'waits' }>, then: Then): void {
  const { times, cluster } = host;
  afterTime(host, pod, times.create, () => {
    host.tell(pod, say.created(container.plan, cluster.behaviour));
    afterTime(host, pod, times.start, () => {
      if (container.runs > 0) cluster.totals.restarts++;
      container.failsUntil = undefined;
      if (run.kind === 'cannot-start') {
        beginRun(container, failedStart, cluster.clock.now);
        host.tell(pod, say.startFailed(container.plan, noSuchProgram(container.plan.spec)));
        then({ failure: 'RunContainerError', began: true });
        return;
      }
      const lived: PlayedRun = { ...run, for: Math.max(run.for, times.shortestRun) };
      beginRun(container, lived, cluster.clock.now);
      host.tell(pod, say.started(container.plan, cluster.behaviour));
      noticeEnd(host, pod, container);
      runPostStart(host, pod, container, lived, then);
    });
  });
}

/** Unless it ends in another way before. */
function noticeEnd(host: Host, pod: Pod, { process }: Container): void {
  if (!process) return;
  const { ends } = process;
  atTime(host, pod, host.times.nextLook(ends), () => {
    if (process.ends === ends) host.wake(pod);
  });
}

/** What the runtime tells of a container whose program it could not start. */
const failedStart: PlayedRun = { kind: 'run', for: 0, exitCode: 128, reason: 'StartError', healthyAfter: 0 };

/** All else waits until the hook is over; if it fails, the container is stopped. */
function runPostStart(host: Host, pod: Pod, container: Container, run: PlayedRun, then: Then): void {
  const hook = container.plan.hasPostStart ? host.behaviours.postStart(pod, container) : undefined;
  if (hook) playPostStart(host, pod, { container, hook, run }, then);
  else then({ failure: undefined, began: true });
}

interface PostStart {
  readonly container: Container;
  readonly hook: Hook;
  readonly run: PlayedRun;
}

function playPostStart(host: Host, pod: Pod, { container, hook, run }: PostStart, then: Then): void {
  const cutShort = hook.inside && run.for <= hook.for;
  afterTime(host, pod, hookLength(hook, run), () => {
    if (!hook.fails && !cutShort) {
      then({ failure: undefined, began: true });
      return;
    }
    host.tell(pod, say.postStartHookFailed(container.plan));
    killContainer(host, pod, { container, message: 'FailedPostStartHook', grace: pod.plan.grace }, () =>
      then({ failure: 'PostStartHookError', began: true }),
    );
  });
}

function hookLength(hook: Hook, run: PlayedRun): Instant {
  return hook.inside ? Math.min(hook.for, run.for) : hook.for;
}
