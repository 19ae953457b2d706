import pc from 'picocolors';
import { type Explanation, explain } from '../application/explain/explain.ts';
import { versionsOf } from '../application/settings/settings.ts';
import { readFile } from '../files/read-file.ts';
import { shownName } from '../files/shown-name.ts';
import type { VersionRange } from '../kubernetes/version-range.ts';
import { writeYaml } from '../manifest/write-yaml.ts';
import { textsIn } from '../messages/render.ts';
import { describeText } from '../simulator/kubectl/describe.ts';
import { getTexts } from '../simulator/kubectl/get.ts';
import { at } from '../simulator/run/at.ts';
import { recordedRows, recordingOf } from '../simulator/run/recording-of.ts';
import type { Run } from '../simulator/run/run.ts';
import { asText } from './as-text.ts';
import { escapedJson } from './report/escaped-json.ts';
import { type ExitStatus, exitStatus, type Streams, writeLines } from './streams/streams.ts';

export interface ExplainOptions {
  readonly name?: string;
  /** Of a range the newest counts. */
  readonly kubernetesVersion?: VersionRange;
  readonly output: 'text' | 'json' | 'scenario' | 'watch' | 'pods' | 'events' | 'describe';
}

/** What the command line prints is English. */
const texts = textsIn('en');

/** `kubejob explain`: why a Job of a cluster ended as it did, from what kubectl printed of it. Nothing is asked of the cluster. */
export function explainRecord(file: string, options: ExplainOptions, streams: Streams): ExitStatus {
  const read = asText(readFile(file));
  if ('unread' in read) return refused(read.unread, streams);
  const { kubernetesVersion: version, olderVersions } = versionsOf(options.kubernetesVersion);
  const found = explain(read.text, options.name, { version, texts });
  if ('unexplained' in found) return refused(`${shownName(file)}: ${found.unexplained}`, streams);
  if (olderVersions.length > 0) streams.error(`kubejob: simulated as by ${version}, the newest of the range\n`);
  writeLines(streams, output(found, options, streams));
  return exitStatus.good;
}

function refused(reason: string, streams: Streams): ExitStatus {
  streams.error(`kubejob: ${reason}\n`);
  return exitStatus.couldNotRun;
}

function output(found: Explanation, options: ExplainOptions, { colours }: Streams): Iterable<string> {
  const { run, scenario } = found;
  switch (options.output) {
    case 'text':
      return [explanationText(found, colours)];
    case 'json':
      return [`${escapedJson(jsonOf(found), 1)}\n`];
    case 'scenario':
      return [writeYaml([scenario])];
    case 'watch':
      return getTexts('jobs', at(run), { watch: true, watchEvents: true });
    case 'pods':
    case 'events':
      return getTexts(options.output, at(run));
    case 'describe':
      return [describeText(at(run))];
  }
}

/** The keys of a simulation's recording, and what is said of it. */
function jsonOf({ job, namespace, run, outcome, why, unknown, simulated, scenario }: Explanation) {
  const { jobs, pods, events, final } = recordingOf(run);
  const rows = { jobs, pods, podNames: run.podNames ?? [], events, final, summary: run.summary };
  return { kind: 'Job', name: job, namespace, outcome, why, unknown, simulated, scenario, ...rows };
}

function explanationText({ job, run, outcome, why, unknown, simulated }: Explanation, colours: boolean): string {
  const paint = pc.createColors(colours);
  const part = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [`\n${paint.bold(title)}\n`, ...lines.map((line) => `  ${line}\n`)] : [];
  return [
    `${paint.bold(shownName(job))}  ${outcome}\n`,
    ...part(texts('explain-why'), why),
    ...part(texts('explain-happened'), happened(run)),
    ...part(texts('explain-unknown'), unknown),
    ...part(texts('explain-expected'), [
      texts('explain-manifest', { outcome: { quoted: simulated.manifest } }),
      texts('explain-scenario', { outcome: { quoted: simulated.scenario } }),
    ]),
  ].join('');
}

/** More rows than this nobody reads; `--output json` has all of them. */
const mostRows = 40;

/** The Job's and the pods' columns as they changed, in order of time: of what came together the pods first, but for the Job's beginning. */
function happened(run: Run): readonly string[] {
  const { jobs, pods } = recordedRows(run);
  const names = run.podNames ?? [];
  const width = Math.max(run.name.length, ...names.map(({ length }) => length));
  const line = (t: number, who: string, what: string) => ({ t, text: `${`${t} s`.padStart(9)}  ${who.padEnd(width)}  ${what}` });
  const [first = [], ...ofJob] = Array.from(jobs, ({ t, STATUS, COMPLETIONS }) => [line(t, run.name, `${STATUS} ${COMPLETIONS}`)]);
  const ofPods = Array.from(pods, ({ t, pod, event, READY, STATUS, RESTARTS }) => {
    const restarts = RESTARTS === '0' ? '' : `, restarts: ${RESTARTS}`;
    return line(t, names[pod] ?? '', event === 'DELETED' ? 'deleted' : `${READY} ${STATUS}${restarts}`);
  });
  const rows = [...first, ...ofPods, ...ofJob.flat()].sort((a, b) => a.t - b.t);
  const shown = rows.slice(0, mostRows).map(({ text }) => text);
  return rows.length > mostRows ? [...shown, `… ${rows.length - mostRows} more`] : shown;
}
