import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis, ObjectInText } from '../application/analysis.ts';
import { identified, objectRange } from '../application/object-ranges.ts';
import type { ScenarioFile } from '../application/scenario/scenario-source.ts';
import { valueAt } from '../plain/node-path.ts';
import { jobSpecOf } from './reading/decoded-job-spec.ts';
import type { UserClock } from './reading/user-clock.ts';
import { clockTime, nextRuns, offsetIn } from './words/next-runs.ts';
import { lensWords } from './words/work-words.ts';

/** Above each Job and CronJob: run its simulation; not above a patch, which is only a part of one. `scenarioFile` is the one beside the manifest. The command's arguments are the document's URI and the object's id. */
export function codeLenses(analysis: Analysis, clock: UserClock, scenarioFile?: ScenarioFile): CodeLens[] {
  if (!analysis.settings.codeLens) return [];
  return identified(analysis).flatMap(({ id, object }) => {
    if (object.judged.kind === null || object.partial) return [];
    const { start } = objectRange(object);
    const title = [analysis.texts('lens-simulate'), ...details(object, analysis, clock, scenarioFile)].join(' · ');
    return [{ range: { start, end: start }, command: { title, command: 'kubejob.simulate', arguments: [analysis.text.uri, id] } }];
  });
}

/** What can be said in short; nothing of an object that Kubernetes would refuse, or whose values a template fills in later. */
function details(object: ObjectInText, analysis: Analysis, clock: UserClock, scenarioFile: ScenarioFile | undefined): readonly string[] {
  const { judged } = object;
  const spec = jobSpecOf(object);
  if (!spec || judged.filledInLater || judged.findings.some(({ severity }) => severity === 'error')) return [];
  if (judged.kind === 'CronJob') return [nextRun(object, analysis, clock), ...lensWords(object, analysis, scenarioFile)];
  return [...(spec.suspend ? [analysis.texts('lens-suspended')] : []), ...lensWords(object, analysis, scenarioFile)];
}

function nextRun({ judged: { object } }: ObjectInText, analysis: Analysis, { now }: UserClock): string {
  if (valueAt(object, ['spec', 'suspend']) === true) return analysis.texts('lens-suspended');
  const { zone, next } = timing(object, now);
  if (next === undefined) return analysis.texts('lens-never-runs');
  return analysis.texts('lens-next-run', { time: clockTime(next, offsetIn(zone, next), analysis), zone: zone ?? 'UTC' });
}

/** When the first of the CronJobs runs next, in milliseconds: the lenses say something else from then on. */
export function nextRunOf({ objects, settings }: Analysis, { now }: UserClock): number | undefined {
  if (!settings.codeLens) return undefined;
  const times = objects.flatMap(({ judged: { kind, object }, partial }) =>
    kind === 'CronJob' && !partial ? [timing(object, now).next] : [],
  );
  return times.reduce((first, time) => (time === undefined || (first !== undefined && first < time) ? first : time), undefined);
}

function timing(object: unknown, now: number) {
  const written = valueAt(object, ['spec', 'timeZone']);
  const zone = typeof written === 'string' ? written : undefined;
  const [next] = nextRuns(String(valueAt(object, ['spec', 'schedule']) ?? ''), zone, now, 1);
  return { zone, next };
}
