import { type NodePath, valueAt } from '../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../plain/record.ts';
import { groupOf } from './kinds.ts';

/**
 * Which rules hold for a template in an object of another project: those of a Job, which its controller sends to the API server; those of a
 * pod, but for the restart policy, which its controller sets or which may be `Always`; or, of a part of a pod that its controller
 * completes, those on what it says itself.
 */
export type RulesInForce = 'job' | 'pod' | 'part';

/** Where a template stands in a kind, `*` for each item of a list or each entry of a map, and what it is. */
interface Template {
  readonly path: readonly string[];
  readonly is: 'JobTemplateSpec' | 'JobSpec' | 'PodTemplateSpec' | 'Container';
  readonly rules: RulesInForce;
  /** What the project's webhook fills in before anybody else sees the Job. */
  readonly fillsIn?: { readonly completionMode?: string; readonly restartPolicy?: string };
  /** Fields beside those of Kubernetes that the project's own type has. */
  readonly besides?: readonly string[];
  /** Volumes that the project's controller adds to the pods, so that containers may mount them. */
  readonly volumes?: readonly string[];
}

const job = (path: string, is: 'JobTemplateSpec' | 'JobSpec'): Template => ({ path: path.split('.'), is, rules: 'job' });
const pod = (path: string): Template => ({ path: path.split('.'), is: 'PodTemplateSpec', rules: 'pod' });
const part = (path: string, is: 'PodTemplateSpec' | 'Container', ...besides: readonly string[]): Template => ({
  path: path.split('.'),
  is,
  rules: 'part',
  besides,
});

const ofRayCluster = (at: string) => [pod(`${at}.headGroupSpec.template`), pod(`${at}.workerGroupSpecs.*.template`)];
const ofRayJob = (at: string) => [pod(`${at}.submitterPodTemplate`), ...ofRayCluster(`${at}.rayClusterSpec`)];
const ofSpark = (at: string) =>
  ['driver', 'executor'].flatMap((role) => [
    part(`${at}.${role}.template`, 'PodTemplateSpec'),
    part(`${at}.${role}.initContainers.*`, 'Container'),
    part(`${at}.${role}.sidecars.*`, 'Container'),
  ]);
const ofArgo = (at: string) =>
  ['templates.*', 'templateDefaults'].flatMap((template) => [
    part(`${at}.${template}.container`, 'Container'),
    part(`${at}.${template}.script`, 'Container', 'source'),
    part(`${at}.${template}.containerSet.containers.*`, 'Container', 'dependencies'),
    part(`${at}.${template}.initContainers.*`, 'Container', 'mirrorVolumeMounts'),
    part(`${at}.${template}.sidecars.*`, 'Container', 'mirrorVolumeMounts'),
  ]);

/** By group and kind. A Job that Kueue queues is a Job. */
const carriers: Readonly<Record<string, readonly Template[]>> = {
  // jobset.x-k8s.io/v1alpha2; its webhook makes Jobs Indexed and their pods restart on failure.
  'jobset.x-k8s.io/JobSet': [
    {
      ...job('spec.replicatedJobs.*.template', 'JobTemplateSpec'),
      fillsIn: { completionMode: 'Indexed', restartPolicy: 'OnFailure' },
    },
  ],
  // keda.sh/v1alpha1
  'keda.sh/ScaledJob': [job('spec.jobTargetRef', 'JobSpec')],
  // ray.io/v1
  'ray.io/RayJob': ofRayJob('spec'),
  'ray.io/RayCronJob': ofRayJob('spec.jobTemplate'),
  'ray.io/RayCluster': ofRayCluster('spec'),
  // kubeflow.org/v2beta1; the restart policy stands beside the template, and the controller adds its host file and keys
  'kubeflow.org/MPIJob': [{ ...pod('spec.mpiReplicaSpecs.*.template'), volumes: ['mpi-job-config', 'ssh-auth'] }],
  // sparkoperator.k8s.io/v1beta2; its own fields are put into these
  'sparkoperator.k8s.io/SparkApplication': ofSpark('spec'),
  'sparkoperator.k8s.io/ScheduledSparkApplication': ofSpark('spec.template'),
  // argoproj.io/v1alpha1
  'argoproj.io/Workflow': ofArgo('spec'),
  'argoproj.io/WorkflowTemplate': ofArgo('spec'),
  'argoproj.io/ClusterWorkflowTemplate': ofArgo('spec'),
  'argoproj.io/CronWorkflow': ofArgo('spec.workflowSpec'),
  // batch.volcano.sh/v1alpha1
  'batch.volcano.sh/Job': [pod('spec.tasks.*.template')],
};

const groups = [...new Set(Object.keys(carriers).map((name) => name.slice(0, name.lastIndexOf('/'))))];
const mention = new RegExp(`\\b(?:${groups.map((group) => group.replaceAll('.', '\\.')).join('|')})/`);

/** Whether a text can hold such an object: said at once of most YAML, without reading it. */
export function mayCarryJobs(text: string): boolean {
  return mention.test(text);
}

/** A template in an object of another project, as a Job. */
export interface CarriedJob {
  readonly rules: RulesInForce;
  /** Where in the object the template stands. */
  readonly at: NodePath;
  /** Which part of the Job it is. */
  readonly part: NodePath;
  /** The whole Job, of which only that part was written. */
  readonly job: PlainRecord;
}

/** The Jobs, and the pods as parts of Jobs, in an object of another project; none in others. */
export function carriedJobs(value: unknown): readonly CarriedJob[] {
  if (!isRecord(value)) return [];
  return templatesOf(value).flatMap((template) => placesOf(value, template.path).map((at) => carried(value, template, at)));
}

/** The Job or pod in which a place of such an object is, written yet or not; undefined of what is the other project's own. */
export function carriedJobAround(value: PlainRecord, path: NodePath): (CarriedJob & { readonly is: Template['is'] }) | undefined {
  const found = templatesOf(value).find((template) => leadsTo(template.path, path));
  return found && { ...carried(value, found, path.slice(0, found.path.length)), is: found.is };
}

function templatesOf({ apiVersion, kind }: PlainRecord): readonly Template[] {
  const name = `${groupOf(apiVersion)}/${String(kind)}`;
  return Object.hasOwn(carriers, name) ? (carriers[name] ?? []) : [];
}

function leadsTo(template: readonly string[], path: NodePath): boolean {
  return path.length >= template.length && template.every((segment, at) => segment === '*' || segment === path[at]);
}

/** The places that a path leads to where something stands. */
function placesOf(value: unknown, path: readonly string[], at: NodePath = []): readonly NodePath[] {
  const [segment, ...rest] = path;
  if (segment === undefined) return isRecord(value) ? [at] : [];
  if (segment !== '*') return isRecord(value) && Object.hasOwn(value, segment) ? placesOf(value[segment], rest, [...at, segment]) : [];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(isRecord(value) ? value : {});
  return entries.flatMap(([key, entry]) => placesOf(entry, rest, [...at, key]));
}

function carried(object: PlainRecord, { is, rules, fillsIn, besides = [], volumes = [] }: Template, at: NodePath): CarriedJob {
  const written = valueAt(object, at);
  const template = isRecord(written) ? Object.fromEntries(Object.entries(written).filter(([key]) => !besides.includes(key))) : written;
  const metadata = { name: nameIn(object, at) };
  const part = partOf[is];
  const whole = { apiVersion: 'batch/v1', kind: 'Job', ...jobOf(is, template, metadata) };
  return {
    rules,
    at,
    part,
    job: rules === 'job' ? filledIn(whole, fillsIn) : withVolumes(withRestartPolicy(whole, 'Never', true), volumes),
  };
}

const partOf: Readonly<Record<Template['is'], NodePath>> = {
  JobTemplateSpec: [],
  JobSpec: ['spec'],
  PodTemplateSpec: ['spec', 'template'],
  Container: ['spec', 'template', 'spec', 'containers', 0],
};

function jobOf(is: Template['is'], template: unknown, metadata: PlainRecord): PlainRecord {
  switch (is) {
    case 'JobTemplateSpec': {
      const { metadata: own, spec } = isRecord(template) ? template : {};
      return { metadata: { ...(isRecord(own) ? own : {}), ...metadata }, spec };
    }
    case 'JobSpec':
      return { metadata, spec: template };
    case 'PodTemplateSpec':
      return { metadata, spec: { template } };
    case 'Container':
      return { metadata, spec: { template: { spec: { containers: [{ name: 'main', ...(isRecord(template) ? template : {}) }] } } } };
  }
}

/** As JobSet calls its first Job, so that its name is as long as it will be; others are called after their object. */
function nameIn(object: PlainRecord, at: NodePath): string {
  const metadata = object['metadata'];
  const own = isRecord(metadata) && typeof metadata['name'] === 'string' ? metadata['name'] : 'job';
  const [, , place] = at;
  const jobs = isRecord(object['spec']) ? object['spec']['replicatedJobs'] : undefined;
  const replicated = Array.isArray(jobs) && typeof place === 'number' ? jobs[place] : undefined;
  return isRecord(replicated) && typeof replicated['name'] === 'string' ? `${own}-${replicated['name']}-0` : own;
}

function filledIn(job: PlainRecord, { completionMode, restartPolicy }: NonNullable<Template['fillsIn']> = {}): PlainRecord {
  const { spec } = job;
  const moded = isRecord(spec) && completionMode !== undefined ? { ...job, spec: { completionMode, ...spec } } : job;
  return restartPolicy === undefined ? moded : withRestartPolicy(moded, restartPolicy, false);
}

function withRestartPolicy(job: PlainRecord, restartPolicy: string, always: boolean): PlainRecord {
  return withPodSpec(job, (podSpec) => (always ? { ...podSpec, restartPolicy } : { restartPolicy, ...podSpec }));
}

/** Behind those that are written, but for names that are written. */
function withVolumes(job: PlainRecord, names: readonly string[]): PlainRecord {
  if (names.length === 0) return job;
  return withPodSpec(job, (podSpec) => {
    const { volumes = [] } = podSpec;
    if (!Array.isArray(volumes)) return podSpec;
    const written = new Set(volumes.map((one: unknown) => (isRecord(one) ? one['name'] : undefined)));
    const added = names.filter((name) => !written.has(name)).map((name) => ({ name, emptyDir: {} }));
    return { ...podSpec, volumes: [...volumes, ...added] };
  });
}

function withPodSpec(job: PlainRecord, change: (podSpec: PlainRecord) => PlainRecord): PlainRecord {
  const { spec } = job;
  const template = isRecord(spec) ? spec['template'] : undefined;
  const podSpec = isRecord(template) ? template['spec'] : undefined;
  if (!isRecord(spec) || !isRecord(template) || !isRecord(podSpec)) return job;
  return { ...job, spec: { ...spec, template: { ...template, spec: change(podSpec) } } };
}
