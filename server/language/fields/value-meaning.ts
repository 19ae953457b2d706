import type { Analysis, ObjectInText } from '../../application/analysis.ts';
import { durationWords } from '../../application/words/durations.ts';
import { bounds } from '../../estimate/bounds/bounds.ts';
import { estimateContainerRun } from '../../estimate/runs/container-run.ts';
import { aboutSeconds, estimatePodRun } from '../../estimate/runs/pod-run.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import type { JobSpec } from '../../kubernetes/generated/types.ts';
import { parseIndexes } from '../../kubernetes/values/indexes.ts';
import { parseQuantity } from '../../kubernetes/values/quantity.ts';
import { knownText } from '../../messages/render.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { perObject } from '../reading/per-object.ts';
import { kindOf } from '../reading/place-at.ts';
import type { UserClock } from '../reading/user-clock.ts';
import { clockTime, nextRuns, offsetIn, scheduleWords } from '../words/schedule-words.ts';

interface Context {
  readonly analysis: Analysis;
  readonly clock: UserClock;
  readonly object: ObjectInText;
  readonly spec: JobSpec;
  /** From the root of the object. */
  readonly path: NodePath;
  readonly value: unknown;
}

type Meaning = (context: Context) => string | undefined;

/** What a value amounts to in this manifest, by the API's type and field. */
const meanings: Readonly<Record<string, Meaning>> = {
  'JobSpec.backoffLimit': tries,
  'JobSpec.backoffLimitPerIndex': tries,
  'JobSpec.completions': waves,
  'JobSpec.parallelism': waves,
  'JobSpec.activeDeadlineSeconds': seconds,
  'JobSpec.ttlSecondsAfterFinished': seconds,
  'CronJobSpec.startingDeadlineSeconds': seconds,
  'PodSpec.activeDeadlineSeconds': seconds,
  'PodSpec.terminationGracePeriodSeconds': seconds,
  'CronJobSpec.schedule': schedule,
  'CronJobSpec.timeZone': timeZone,
  'CronJobSpec.concurrencyPolicy': word('concurrency-policy'),
  'PodSpec.restartPolicy': word('restart-policy'),
  'PodFailurePolicyRule.action': word('action'),
  'JobSpec.completionMode': word('completion-mode'),
  'PodFailurePolicyOnExitCodesRequirement.values': exitCode,
  'SuccessPolicyRule.succeededIndexes': indexes,
  'ResourceRequirements.requests': quantity,
  'ResourceRequirements.limits': quantity,
  'EmptyDirVolumeSource.sizeLimit': quantity,
  'Container.command': command,
  'Container.args': command,
};

/** Markdown for a value of an object; undefined where there is nothing to say beyond the field's own words. */
export function valueMeaning(analysis: Analysis, object: ObjectInText, path: NodePath, clock: UserClock): string | undefined {
  const kind = kindOf(object);
  const place = knownPlace(kind, path);
  const meaning = place && meanings[`${place.owner}.${place.name}`];
  const decoded: unknown = object.judged.object;
  const value = valueAt(decoded, path);
  if (!meaning || value === undefined) return undefined;
  const spec = jobSpecOf(object);
  return spec && meaning({ analysis, clock, object, spec, path, value });
}

export function jobSpecOf({ judged: { object } }: ObjectInText): JobSpec | undefined {
  if (!object?.spec) return undefined;
  return 'jobTemplate' in object.spec ? object.spec.jobTemplate?.spec : 'schedule' in object.spec ? undefined : object.spec;
}

function tries({ analysis: { texts }, spec }: Context): string {
  const { retries, mostPods } = bounds(spec);
  const times = retries.times.slice(0, 8).map((time) => durationWords(time, texts));
  const more = retries.tries > times.length ? ' …' : '';
  const sentence = texts(`value-tries-${retries.kind}`, { tries: retries.tries, times: `${times.join(', ')}${more}` });
  return mostPods === undefined ? sentence : `${sentence} ${texts('value-most-pods', { count: mostPods })}`;
}

function waves({ analysis: { texts }, spec }: Context): string {
  const { completions, waves: rounds, mostAtOnce } = bounds(spec);
  if (mostAtOnce === 0) return texts('value-no-pods');
  if (completions === undefined || rounds === undefined) return texts('value-work-queue', { parallelism: mostAtOnce });
  const about = aboutSeconds(spec);
  const sentence = texts('value-waves', { completions, waves: rounds, parallelism: mostAtOnce });
  return about === undefined ? sentence : `${sentence} ${texts('value-about', { duration: durationWords(about, texts) })}`;
}

function seconds({ analysis: { texts }, value }: Context): string | undefined {
  return typeof value === 'number' && value >= 120 ? texts('value-duration', { duration: durationWords(value, texts) }) : undefined;
}

function schedule(context: Context): string | undefined {
  const { analysis, clock, value, object } = context;
  const words = typeof value === 'string' ? scheduleWords(value, analysis) : undefined;
  if (words === undefined || typeof value !== 'string') return undefined;
  const written = valueAt(object.judged.object, ['spec', 'timeZone']);
  const zone = typeof written === 'string' ? written : undefined;
  const runs = nextRuns(value, zone, clock.now, 5);
  const { texts } = analysis;
  const heading = texts(zone === undefined ? 'value-next-runs-no-zone' : 'value-next-runs', { zone: zone ?? 'UTC' });
  const lines = runs.map((run) => {
    const there = offsetIn(zone, run);
    const here = clock.localOffset(run);
    const local = here === there ? '' : ` · ${texts('value-local-time', { time: clockTime(run, here, analysis) })}`;
    return `- ${clockTime(run, there, analysis)}${local}`;
  });
  return [`**${words}**`, ...(lines.length ? [heading, lines.join('\n')] : [texts('value-never-runs')])].join('\n\n');
}

function timeZone({ analysis, clock, value }: Context): string | undefined {
  if (typeof value !== 'string') return undefined;
  const offset = offsetIn(value, clock.now);
  const minutes = Math.abs(Math.round(offset / 60));
  const text = `UTC${offset < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return analysis.texts('value-time-zone', { time: clockTime(clock.now, offset, analysis), offset: text });
}

function exitCode({ analysis: { texts }, value }: Context): string | undefined {
  if (typeof value !== 'number') return undefined;
  const known = knownText(`exit-code-${value}`, texts);
  return known ?? (value > 128 && value < 160 ? texts('exit-code-signal', { signal: value - 128 }) : undefined);
}

function indexes({ analysis: { texts }, value, spec }: Context): string | undefined {
  if (typeof value !== 'string') return undefined;
  const list = parseIndexes(value, spec.completions);
  return 'count' in list ? texts('value-indexes', { count: list.count, completions: spec.completions ?? '?' }) : undefined;
}

function quantity({ analysis: { texts }, value, path }: Context): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const exact = parseQuantity(value);
  if (!exact) return undefined;
  const units = Number(exact.nano) / 1e9;
  if (path.at(-1) === 'cpu') return texts('value-cpu', { cores: rounded(units), millicores: rounded(units * 1000) });
  const binary = sized(units, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']);
  const decimal = sized(units, 1000, ['B', 'kB', 'MB', 'GB', 'TB', 'PB']);
  return texts('value-bytes', { binary, decimal, bytes: units.toLocaleString('en-US') });
}

function command({ analysis: { texts }, object, path }: Context): string | undefined {
  const container = path.slice(
    0,
    path.findLastIndex((segment) => segment === 'command' || segment === 'args'),
  );
  const spec = jobSpecOf(object);
  const list = spec?.template?.spec?.[container.at(-2) === 'initContainers' ? 'initContainers' : 'containers'];
  const found = list?.[Number(container.at(-1))];
  if (!found || !spec?.template?.spec) return undefined;
  const { code, args } = estimateContainerRun(found, spec.template.spec).assumption;
  return texts(code, args);
}

function word(name: string): Meaning {
  return ({ analysis: { texts }, value }) => knownText(`value-${name}-${String(value)}`, texts);
}

function sized(value: number, step: number, units: readonly string[]): string {
  const power = value < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(value) / Math.log(step) + 1e-9));
  return `${rounded(value / step ** power)} ${units[power]}`;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(value >= 1000 ? 6 : 3)));
}

/** What a lens or a hint says of a Job's work; parts that cannot be told are left out. */
export function workWords(object: ObjectInText, { texts }: Pick<Analysis, 'texts'>): readonly string[] {
  const work = workOf(object);
  if (!work) return [];
  const { completions, mostAtOnce, mostPods, about, endless } = work;
  if (mostAtOnce === 0) return [texts('lens-no-pods')];
  return [
    completions === undefined
      ? texts('lens-work-queue', { parallelism: mostAtOnce })
      : mostAtOnce > 1
        ? texts('lens-pods-at-a-time', { completions, parallelism: mostAtOnce })
        : texts('lens-pods', { completions }),
    ...(about === undefined ? [] : [texts('lens-about', { duration: durationWords(about, texts) })]),
    ...(endless ? [texts('lens-endless')] : []),
    ...(mostPods === undefined || mostPods === completions ? [] : [texts('lens-at-most', { count: mostPods })]),
  ];
}

const workOf = perObject((object) => {
  const spec = jobSpecOf(object);
  const endless = estimatePodRun(spec?.template?.spec ?? {}).seconds === Number.POSITIVE_INFINITY;
  return spec && { ...bounds(spec), about: aboutSeconds(spec), endless };
});
