/**
 * What `import … from 'kubejob'` gives. This file is also the package's type declaration, as it stands, so it imports nothing;
 * the compiler holds the functions of this folder to it.
 *
 * Lines and columns count from 1, columns in UTF-16 units; ends are exclusive. Times are seconds from the create request, unless
 * said otherwise. All functions are pure: no clock, no network, no files, and equal arguments give equal answers. What a user wrote
 * wrong is an answer; what the caller of a function does wrong throws a `TypeError` or a `RangeError`.
 */

/** The versions of Kubernetes that are known, the oldest first: `1.29` to `1.37`. */
export declare const kubernetesVersions: readonly string[];

/**
 * Reads a text of any number of YAML or JSON documents as the API server's library does (YAML 1.1 booleans and numbers, merges).
 * Never fails: what cannot be read is among the findings of `validate`, and the value holds what could be.
 */
export declare function parse(text: string): readonly ParsedDocument[];

/** What the API server would say of the Jobs and CronJobs in a text, and advice beyond that, in the order of the text. */
export declare function validate(text: string, options?: ValidateOptions): readonly Finding[];

/** The text with everything mended that has one answer, as the editor's "Fix everything" does; the text itself where nothing has. */
export declare function fix(text: string, options?: ValidateOptions): string;

/** What the controllers, the scheduler and the kubelet would do with a Job or CronJob of the text: of several the first, or the one that is named. */
export declare function simulate(text: string, options?: SimulateOptions): Simulation;

/**
 * What kubectl would show at second `t` of a run; without `t` at its end. A moment before the beginning is the beginning, one
 * behind the end is the end. Throws a `TypeError` where the run is not one that `simulate` gave, also sent as a message or as JSON,
 * and where `t` is no number.
 */
export declare function at(run: Run, t?: number): Moment;

/** Every change that a watcher with kubectl would have seen until the end of a run, in order of time. */
export declare function recording(run: Run): Recording;

export interface ParsedDocument {
  /** Counted from 0; a part between `---` lines that holds only blanks and comments does not count. */
  readonly document: number;
  readonly line: number;
  /** Plain JSON-like data; integers beyond 2^53 are bigint. */
  readonly value: unknown;
  /** How far the value can be trusted: `partial` where faults of syntax were read around, `none` where nothing is known. */
  readonly reading: 'whole' | 'partial' | 'none';
  /** Where the value at a path stands, such as `['spec', 'template']`; undefined where there is none. */
  placeOf(path: readonly (string | number)[]): Place | undefined;
}

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface Options {
  /** `1.34`, or a range such as `1.33-1.37` for what any of them refuses; the newest that is known. Throws a `RangeError` for others. */
  readonly kubernetesVersion?: string;
  /** The language of messages and sentences; English. Throws a `RangeError` for others. */
  readonly language?: 'en' | 'ko';
  /** Documents of Namespace, LimitRange, ResourceQuota and PriorityClass that are in force where the objects live; otherwise what the text says itself. */
  readonly facts?: string;
}

export interface ValidateOptions extends Options {
  /** How much is said beyond the API server's verdict; `pitfalls`. Good habits are said with `all` alone. Throws a `RangeError` for others. */
  readonly advice?: 'all' | 'pitfalls' | 'warnings' | 'off';
  /** How the text is called. It tells whether it is a scenario (`NAME.scenario.yaml`); `manifest.yaml`. */
  readonly file?: string;
}

export interface Finding extends Place {
  readonly document: number;
  /** The place in a List; absent elsewhere. Paths then begin at the item. */
  readonly item?: number;
  /** Null where it cannot be read; so is the name. */
  readonly kind: string | null;
  readonly name: string | null;
  /** The field as the API server writes it, such as `spec.template.spec.containers[0].image`; '' for the whole document. */
  readonly path: string;
  /** An error is what the API server refuses. */
  readonly severity: 'error' | 'warning' | 'info';
  /** The API server's (`Required`, `Invalid`, `NotSupported`, …), decoding's (`UnknownField`, `WrongType`, …), `Warning`, `PodsRefused`, `Scenario` or `Advice`. */
  readonly reason: string;
  /** What the rule is called; it stays the same. */
  readonly code: string;
  /** One line that says what to do. */
  readonly message: string;
  /** A good habit that the thing works without. */
  readonly practice?: true;
  /** It only follows from another finding: mend that one. */
  readonly consequence?: true;
  /** Of a range of versions those that find it; absent where all do. */
  readonly versions?: readonly string[];
  /** What would be done about it first. */
  readonly fix?: Fix;
}

export interface Fix {
  /** What it does, in words. */
  readonly title: string;
  /** All of them together; they do not overlap. */
  readonly edits: readonly Edit[];
}

export interface Edit extends Place {
  readonly newText: string;
}

export interface SimulateOptions extends Options {
  /** Which object, by its name; the first Job or CronJob. */
  readonly name?: string;
  /** How the containers behave and what somebody does meanwhile: YAML or JSON in the format of `NAME.scenario.yaml`; otherwise the comment at the head of the document. */
  readonly scenario?: string;
  /** Watched up to here. Otherwise until nothing more can happen, a day at most; a CronJob until its third run has ended. Throws a `RangeError` below 0. */
  readonly until?: number;
  /** Decides every draw by chance, a whole number from 0; the scenario's, or 0. */
  readonly seed?: number;
}

export type Simulation = Simulated | NotSimulated;

export interface Simulated {
  readonly status: 'simulated';
  readonly kind: 'Job' | 'CronJob';
  readonly name: string;
  /** How it ended, in a sentence or a few. */
  readonly outcome: string;
  readonly summary: Summary;
  /** What was taken for granted, a sentence each. */
  readonly assumptions: readonly string[];
  /** Why pods were made, deleted, retried or waited for: the first two hundred. */
  readonly reasons: readonly { readonly t: number; readonly text: string }[];
  /** What bounds it whatever the containers do, a sentence each. */
  readonly worst: readonly string[];
  readonly run: Run;
}

/** `refused`: the API server would not accept it, or the scenario cannot be played. `unfinished`: a patch, a template, or no YAML. `gone`: no such object. */
export interface NotSimulated {
  readonly status: 'refused' | 'unfinished' | 'gone';
  readonly message: string;
  /** In the manifest, or in the scenario where `of` says so; lines and columns count from 1. */
  readonly problems: readonly {
    readonly of: 'manifest' | 'scenario';
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
}

export interface Summary {
  readonly outcome: 'Complete' | 'Failed' | 'Suspended' | 'Running' | 'Deleted' | 'Scheduled';
  /** The reason of the last condition, such as `BackoffLimitExceeded`; '' where there is none. */
  readonly reason: string;
  readonly podsCreated: number;
  readonly podsFailed: number;
  readonly restarts: number;
  /** From the start to the outcome; null while there is none. */
  readonly duration: number | null;
  /** From the outcome to the deletion of the Job; null where it is still there. */
  readonly deletedAfter: number | null;
}

/** What happened, as plain data: it can be sent to a worker or kept as JSON. Its other fields may change with any version; `at` and `recording` read them. */
export interface Run {
  readonly kind: 'Job' | 'CronJob';
  readonly name: string;
  readonly namespace: string;
  /** The wall clock at the create request, in milliseconds since 1970. */
  readonly epoch: number;
  /** The second up to which it was watched. */
  readonly until: number;
}

export interface Moment {
  /** The second, counted from the create request. */
  readonly now: number;
  readonly jobs: readonly JobLine[];
  readonly pods: readonly PodLine[];
  /** The same text as `kubectl get RESOURCE`, with `-o wide` or `--watch --output-watch-events`. Throws a `RangeError` for others. */
  get(resource: 'jobs' | 'pods' | 'cronjobs' | 'events', options?: { readonly wide?: boolean; readonly watch?: boolean }): string;
  /** The same text as `kubectl describe` of the Job or CronJob; '' where it is gone. */
  describe(): string;
  describePods(): string;
}

export interface JobLine {
  readonly name: string;
  readonly STATUS: string;
  readonly COMPLETIONS: string;
  readonly DURATION: string;
  /** As the API server stores it: defaults filled in, uid, selector, status. */
  readonly object: object;
}

export interface PodLine {
  readonly name: string;
  readonly READY: string;
  readonly STATUS: string;
  readonly RESTARTS: string;
}

export interface Recording {
  readonly jobs: readonly JobRow[];
  readonly pods: readonly PodRow[];
  readonly cronjobs: readonly CronJobRow[];
  readonly events: readonly EventRow[];
}

interface Row {
  /** Rounded to a tenth. */
  readonly t: number;
}

interface WatchRow extends Row {
  readonly event: 'ADDED' | 'MODIFIED' | 'DELETED';
}

export interface JobRow extends WatchRow {
  /** Of a CronJob's Jobs alone. */
  readonly NAME?: string;
  readonly STATUS: string;
  readonly COMPLETIONS: string;
  readonly DURATION: string;
  /** `Type=Status:Reason`. */
  readonly conditions: readonly string[];
}

export interface PodRow extends WatchRow {
  /** Numbers the pods in the order of their creation. */
  readonly pod: number;
  /** The completion index of an Indexed Job's pod. */
  readonly index?: string;
  readonly READY: string;
  readonly STATUS: string;
  readonly RESTARTS: string;
}

export interface CronJobRow extends WatchRow {
  readonly SCHEDULE: string;
  readonly TIMEZONE: string;
  readonly SUSPEND: string;
  readonly ACTIVE: number;
}

export interface EventRow extends Row {
  readonly kind: string;
  readonly type: 'Normal' | 'Warning';
  /** About a pod: its ordinal. */
  readonly object?: number;
  readonly reason: string;
  readonly message: string;
}
