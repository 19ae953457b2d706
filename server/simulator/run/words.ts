import type { JobCondition } from '../objects/objects.ts';
import type { StatusChange } from '../objects/status-change.ts';
import type { Name, NameKind, NamelessText } from '../objects/text.ts';
import type { RunReading } from './read-run.ts';

/** A text with its name, which is made of `value`; `job` is the ordinal of the Job that it is said of, if it is one. */
export function inWords(reading: RunReading, job: number, text: NamelessText, value: number | undefined): string {
  if (typeof text === 'string') return text;
  const { before, name, after } = text;
  return reading.names().say({ before, name: nameOf(reading, job, name, value ?? 0), after });
}

function nameOf({ jobDues, podJobs, podIndexes }: RunReading, job: number, kind: NameKind, value: number): Name {
  switch (kind) {
    case 'job':
      return { kind, minute: value };
    case 'pod':
    case 'full-pod':
      return { kind, due: jobDues()[podJobs()[value] ?? -1], index: podIndexes()[value] ?? -1, ordinal: value };
    case 'refused-pod':
      return { kind, due: jobDues()[job], index: value, number: 0 };
    case 'unnamed-pod':
      return { kind, due: jobDues()[job], index: value };
    case 'time':
      return { kind, at: value };
  }
}

/** What changed of a Job, with the messages of its conditions in words. */
export function statusInWords(
  reading: RunReading,
  { job, change }: { readonly job: number; readonly change: number },
  status: StatusChange<NamelessText>,
): StatusChange<string> {
  if (isInWords(status)) return status;
  const values = [...reading.jobNamed().values(change)];
  const conditions = status.conditions?.map((one): JobCondition<string> => {
    const value = typeof one.message === 'string' ? undefined : values.shift();
    return { ...one, message: inWords(reading, job, one.message, value) };
  });
  return { ...status, conditions: conditions ?? [] };
}

function isInWords(status: StatusChange<NamelessText>): status is StatusChange<string> {
  return status.conditions === undefined || status.conditions.every(({ message }) => typeof message === 'string');
}
