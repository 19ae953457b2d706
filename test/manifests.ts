import type { CronJob, CronJobSpec, Job, JobSpec, PodSpec } from '../server/kubernetes/generated/types.ts';
import { indented, unindented } from './text.ts';

/** Lines of a Job by where they stand, each part from the left margin. A field that they give replaces the ready one. */
export interface JobLines {
  /** In the Job's metadata. Ready is `name: hello`, unless there is a generateName. */
  readonly metadata?: string;
  /** In the Job's spec, before its template. */
  readonly spec?: string;
  /** In the metadata of the pod template, which has none otherwise. */
  readonly podMetadata?: string;
  /** In the pod's spec. Ready are `restartPolicy: Never` and one container. */
  readonly pod?: string;
  /** In that container. Ready are `name: main` and `image: busybox:1.36`. */
  readonly container?: string;
}

export interface CronJobLines extends JobLines {
  /** In the CronJob's own spec, before its jobTemplate; `spec` is the Job's. Ready is `schedule: 0 3 * * *`. */
  readonly cronJob?: string;
}

/** A Job with these lines; a text alone is lines of its spec. */
export function jobWith(lines: JobLines | string): string {
  const parts = typeof lines === 'string' ? { spec: lines } : lines;
  return object('Job', parts, jobSpec(parts));
}

/** A CronJob with these lines; a text alone is lines of its own spec. */
export function cronJobWith(lines: CronJobLines | string): string {
  const { cronJob = '', ...parts } = typeof lines === 'string' ? { cronJob: lines } : lines;
  return object('CronJob', parts, `${fields(cronJob, { schedule: '0 3 * * *' })}${under('jobTemplate', under('spec', jobSpec(parts)))}`);
}

/** A Job whose pod has these lines in its spec. */
export function podWith(pod: string): string {
  return jobWith({ pod });
}

/** A Job with these lines in its one container. */
export function containerWith(container: string): string {
  return jobWith({ container });
}

/** A Job with one volume that has these lines. */
export function volumeWith(volume: string): string {
  return podWith(under('volumes', item(fields(volume, { name: 'data' }))));
}

/** A patch of the Job `hello`, which says these lines of its spec and no more. */
export function patchWith(spec: string): string {
  return `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: hello\n${under('spec', fields(spec))}`;
}

/** A List of manifests. */
export function listOf(...manifests: readonly string[]): string {
  return `apiVersion: v1\nkind: List\n${under('items', manifests.map(item).join(''))}`;
}

/** A field that holds these lines. */
export function under(key: string, lines: string): string {
  return `${key}:\n${indented(unindented(lines), 2)}`;
}

function object(kind: string, { metadata = '' }: JobLines, spec: string): string {
  const named = fields(metadata, hasField(metadata, 'generateName') ? {} : { name: 'hello' });
  return `apiVersion: batch/v1\nkind: ${kind}\n${under('metadata', named)}${under('spec', spec)}`;
}

function jobSpec({ spec = '', podMetadata = '', pod = '', container = '' }: JobLines): string {
  const containers = hasField(pod, 'containers')
    ? ''
    : under('containers', item(fields(container, { name: 'main', image: 'busybox:1.36' })));
  const podSpec = `${fields(pod, { restartPolicy: 'Never' })}${containers}`;
  return `${fields(spec)}${under('template', `${podMetadata && under('metadata', fields(podMetadata))}${under('spec', podSpec)}`)}`;
}

/** Lines that end with a line break, behind the ready fields that they do not give. */
function fields(lines: string, ready: Readonly<Record<string, string>> = {}): string {
  const given = unindented(lines);
  const left = Object.entries(ready).filter(([name]) => !hasField(lines, name));
  return `${left.map(([name, value]) => `${name}: ${value}\n`).join('')}${given}${given === '' || given.endsWith('\n') ? '' : '\n'}`;
}

/** Whether lines give a field, with a caret in its name or without. */
function hasField(lines: string, name: string): boolean {
  return new RegExp(`^${name}:`, 'm').test(unindented(lines).replaceAll('|', ''));
}

function item(lines: string): string {
  return `- ${indented(lines, 2).slice(2)}`;
}

/** A Job with nothing but what it needs. */
export const job = jobWith({});

/** A Job as an object, with one container that sleeps for ten seconds unless `pod` says otherwise. */
export function jobOf(spec: JobSpec, pod: PodSpec = {}): Job {
  const containers = [{ name: 'main', image: 'busybox:1.36', command: ['sleep', '10'] }];
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'hello' },
    spec: { ...spec, template: { spec: { restartPolicy: 'Never', containers, ...pod } } },
  };
}

/** A CronJob as an object that runs such a Job each minute unless `spec` says otherwise. */
export function cronJobOf(spec: CronJobSpec, jobSpec: JobSpec = {}): CronJob {
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'tick' },
    spec: { schedule: '* * * * *', jobTemplate: { spec: jobOf(jobSpec).spec ?? {} }, ...spec },
  };
}
