import { t } from '@vscode/l10n';
import type { ReasonInRun } from '../../../server/simulator/run/reasons/reasons-of.ts';
import { whenText } from '../axis/wall-clock.ts';
import { explainMark, markTitle } from '../marks/mark-words.ts';
import type { Mark } from '../marks/marks.ts';
import type { Picture } from '../picture/picture.ts';
import { type JobLine, podSegments, type Segment } from '../picture/segments.ts';
import { podTitle, whyOfJob, whyOfPod } from '../timeline/explained/explain.ts';

/** A state of a Job or a pod, or something that happens, in words alone. */
export interface TableRow {
  readonly name: string;
  readonly state: string;
  readonly from: string;
  /** '' where nothing followed. */
  readonly to: string;
  readonly why: string;
}

/**
 * A run as the rows of a table: what happens to it, then each Job with its pods, in the order in which they were created. They are
 * made one after the other, as there may be very many and nobody reads all of them.
 */
export function* tableRows(picture: Picture, marks: readonly Mark[], reasons: readonly ReasonInRun[]): Iterable<TableRow> {
  for (const mark of marks) yield markRow(mark, picture);
  for (const job of picture.jobs) yield* jobRows(job, picture, reasons);
}

function markRow(mark: Mark, picture: Picture): TableRow {
  const { lines } = explainMark(mark, picture);
  return { name: t('What happens'), state: markTitle(mark), from: whenText(mark.t, picture.clock), to: '', why: lines.join(' ') };
}

function* jobRows(job: JobLine, picture: Picture, reasons: readonly ReasonInRun[]): Iterable<TableRow> {
  const { run, lives, end } = picture;
  for (const segment of job.segments) yield stateRow(job.name, segment, whyOfJob(segment, job, run, reasons), picture);
  for (let pod = 0; pod < lives.count; pod++) {
    if (picture.run.kind === 'CronJob' && lives.job[pod] !== job.ordinal) continue;
    for (const segment of podSegments(run, pod, end)) yield stateRow(podTitle(run, pod), segment, whyOfPod(segment, pod, reasons), picture);
  }
}

function stateRow(name: string, { status, more, from, to, last }: Segment, why: readonly string[], { clock }: Picture): TableRow {
  return {
    name,
    state: `${status || t('no status')} ${more}`.trim(),
    from: whenText(from, clock),
    to: last ? '' : whenText(to, clock),
    why: why.map((one) => (one.endsWith('.') ? one : `${one}.`)).join(' '),
  };
}
