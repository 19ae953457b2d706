import type { Instant } from '../engine/clock.ts';
import type { Skipped } from '../engine/skipped.ts';
import type { CompletionIndexes } from '../objects/completion-indexes.ts';
import type { StatusChange } from '../objects/status-change.ts';
import { type Name, type NamelessText, type Text, valueLater } from '../objects/text.ts';
import type { ShownJob } from './job-columns.ts';
import type { Explanation } from './log.ts';

/** What is said where the same happens so much later, when so many more Jobs and pods have been created. */
export function statusLater({ conditions, ...status }: StatusChange, by: Skipped): StatusChange {
  const later = withLaterIndexes(status, by);
  return conditions ? { ...later, conditions: conditions.map((one) => ({ ...one, message: textLater(one.message, by) })) } : later;
}

/** The same of a change whose names stand elsewhere. */
export function withLaterIndexes<One extends StatusChange<Text | NamelessText>>(change: One, by: Skipped): One {
  const { completedIndexes } = change;
  return by.completions === 0 || !completedIndexes ? change : { ...change, completedIndexes: indexesLater(completedIndexes, by) };
}

function indexesLater(indexes: CompletionIndexes, by: Skipped): CompletionIndexes {
  return indexes.map(({ first, last }) => ({ first: indexLater(first, by), last: indexLater(last, by) }));
}

/** What its columns are made of: it has, and wants, so many completions more. */
export function jobLater({ fields, status, deletion }: ShownJob, { completions: more }: Skipped): ShownJob {
  const { completions, parallelism } = fields;
  const wanted = completions === undefined ? undefined : completions + more;
  return { fields: { completions: wanted, parallelism }, status: { ...status, succeeded: status.succeeded + more }, deletion };
}

/** -1, of a pod without one, stays. */
export function indexLater(index: number, { completions }: Skipped): number {
  return index < 0 ? index : index + completions;
}

/** Where it says how many pods had succeeded, those are more. */
export function explanationLater(said: Explanation, { completions }: Skipped): Explanation {
  const { code, args } = said;
  if (completions === 0 || !('succeeded' in args) || typeof args.succeeded !== 'number') return said;
  return { code, args: { ...args, succeeded: args.succeeded + completions } };
}

export function textLater(text: Text, by: Skipped): Text {
  return typeof text === 'string' || by.time === 0 ? text : { before: text.before, name: nameLater(text.name, by), after: text.after };
}

function nameLater(name: Name, by: Skipped): Name {
  switch (name.kind) {
    case 'job':
      return { kind: 'job', minute: valueLater('job', name.minute, by) };
    case 'pod':
    case 'full-pod':
      return { kind: name.kind, due: dueLater(name.due, by), index: indexLater(name.index, by), ordinal: name.ordinal + by.pods };
    case 'refused-pod':
    case 'unnamed-pod':
      return { ...name, due: dueLater(name.due, by) };
    case 'time':
      return { kind: 'time', at: name.at + by.time };
  }
}

function dueLater(due: Instant | undefined, { time }: Skipped): Instant | undefined {
  return due === undefined ? undefined : due + time;
}
