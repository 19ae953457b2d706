import type { Container, CronJob, Job, ObjectMeta, PodSpec } from '../../kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Seconds } from '../engine/time.ts';

/** What kubectl can see of a run at one moment. All times are seconds from the create request. */
export interface Moment {
  readonly now: Seconds;
  /** The wall clock at t = 0, in milliseconds since 1970. */
  readonly epoch: number;
  readonly namespace: string;
  /** Decides columns and layouts. */
  readonly version: KubernetesVersion;
  /** What exists, in the order of the names, as the API server lists it. */
  readonly jobs: readonly JobLine[];
  readonly pods: readonly PodLine[];
  readonly cronJobs: readonly CronJobLine[];
  /** About whichever object: its name and the time at which the event first came are the name of the event. */
  readonly events: readonly StoredEvent[];
  /** Those about one object, in the order in which they were first stored. */
  readonly eventsAbout: (kind: StoredEvent['kind'], name: string) => readonly StoredEvent[];
  /** What a watcher saw since the create request. */
  readonly seen: {
    readonly jobs: Iterable<Seen<JobLine>>;
    readonly pods: Iterable<Seen<PodLine>>;
    readonly cronJobs: Iterable<Seen<CronJobLine>>;
    readonly events: Iterable<Seen<StoredEvent>>;
  };
  /** The object that the run is of, while it exists. */
  readonly object: JobLine | CronJobLine | undefined;
}

/** A change of an object, as it was shown then. */
export interface Seen<Line> {
  /** In tenths of a second, as watches are recorded. */
  readonly t: Seconds;
  readonly event: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly line: Line;
}

export interface JobLine {
  readonly kind: 'Job';
  readonly name: string;
  readonly created: Seconds;
  readonly STATUS: string;
  readonly COMPLETIONS: string;
  readonly DURATION: string;
  /** As the API server stores it: defaults filled in, uid, selector, status. */
  readonly object: Job;
}

export interface CronJobLine {
  readonly kind: 'CronJob';
  readonly name: string;
  readonly created: Seconds;
  readonly SCHEDULE: string;
  readonly TIMEZONE: string;
  readonly SUSPEND: string;
  readonly ACTIVE: number;
  /** The time of the schedule for which a Job was last started. */
  readonly lastSchedule?: Seconds | undefined;
  readonly object: CronJob;
}

export interface PodLine {
  readonly name: string;
  readonly created: Seconds;
  readonly READY: string;
  readonly STATUS: string;
  readonly RESTARTS: string;
  /** When the container ended that was last restarted, or waits to be. */
  readonly restarted?: Seconds | undefined;
  readonly ip?: string | undefined;
  readonly node?: string | undefined;
  /** Conditions that the pod waits for besides its containers, none of which ever holds. */
  readonly readinessGates: number;
  /** As the API server stores it, as far as that is told. */
  readonly object: PodObject;
}

export interface PodObject {
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  readonly phase: string;
  readonly reason: string;
  readonly message: string | undefined;
  readonly hostIP: string | undefined;
  /** When its kubelet took it up. */
  readonly startTime: Seconds | undefined;
  /** When it is to be gone at the latest. */
  readonly deletion: { readonly at: Seconds; readonly grace: Seconds } | undefined;
  readonly conditions: readonly { readonly type: string; readonly holds: boolean }[];
  readonly initContainers: readonly RunningContainer[];
  readonly containers: readonly RunningContainer[];
}

/** A container of a pod, with its status where a kubelet has told of it. */
export interface RunningContainer {
  readonly spec: Container;
  readonly status?: ContainerStatus | undefined;
}

export interface ContainerStatus {
  /** Empty until it was created. */
  readonly id: string;
  readonly imageId: string;
  readonly state: ContainerState;
  readonly last?: TerminatedState | undefined;
  readonly ready: boolean;
  readonly restarts: number;
}

export type ContainerState =
  | { readonly kind: 'waiting'; readonly reason: string }
  | { readonly kind: 'running'; readonly startedAt: Seconds }
  | TerminatedState;

export interface TerminatedState {
  readonly kind: 'terminated';
  readonly reason: string;
  readonly message?: string | undefined;
  readonly exitCode: number;
  /** Undefined where nobody knows. */
  readonly startedAt: Seconds | undefined;
  readonly finishedAt: Seconds | undefined;
}

/** An event as the API server stores it: repeats of one message are one event with a count. */
export interface StoredEvent {
  /** The object that the event is about. */
  readonly kind: 'Job' | 'CronJob' | 'Pod';
  readonly name: string;
  /** The part of it that is meant, such as `spec.containers{main}`; '' for the whole. */
  readonly field: string;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** The component that sent it: `job-controller`, `cronjob-controller`, `kubelet`, … */
  readonly source: string;
  readonly count: number;
  readonly firstSeen: Seconds;
  readonly lastSeen: Seconds;
}
