import { type Instant, microsecondsPerSecond } from '../engine/clock.ts';
import type { Skipped } from '../engine/skipped.ts';

const microsecondsPerMinute = 60 * microsecondsPerSecond;

/**
 * What is said of something. The name of a Job or a pod, or a time, stands apart in it, as it is another one where the same
 * is said again in a later turn of a CronJob; it is put into words by whoever reads the text.
 */
export type Text = string | TextWithName;

export interface TextWithName {
  readonly before: string;
  readonly name: Name;
  readonly after: string;
}

/**
 * What the name of a thing follows from. Jobs that a CronJob made are called by a minute of the wall clock, since 1970. `due`
 * is the time of the schedule for which a pod's Job was made; none without a CronJob.
 */
export type Name =
  | { readonly kind: 'job'; readonly minute: number }
  | { readonly kind: 'pod'; readonly due: Instant | undefined; readonly index: number; readonly ordinal: number }
  /** Of a pod that its Job did not get; `number` tells it from the others of that Job, which the end of its name would. */
  | { readonly kind: 'refused-pod'; readonly due: Instant | undefined; readonly index: number; readonly number: number }
  /** Of one that was refused before the server had made up the end of its name: it is the same each time. */
  | { readonly kind: 'unnamed-pod'; readonly due: Instant | undefined; readonly index: number }
  /** Of a pod, with its namespace and its uid: as the kubelet names it. */
  | { readonly kind: 'full-pod'; readonly due: Instant | undefined; readonly index: number; readonly ordinal: number }
  | { readonly kind: 'time'; readonly at: Instant };

export type NameKind = Name['kind'];

/** A text of which the name stands elsewhere, so that it is the same of whatever thing it is said. */
export type NamelessText = string | { readonly before: string; readonly name: NameKind; readonly after: string };

/** The text without its name; what the name is made of is handed to `keep`: of a refused pod its index, of others what tells it apart. */
export function withoutName(text: Text, keep: (value: number) => void): NamelessText {
  if (typeof text === 'string') return text;
  const { before, name, after } = text;
  keep(name.kind === 'refused-pod' ? name.index : nameValue(name));
  return { before, name: name.kind, after };
}

/** What tells a name apart from others of its kind. */
function nameValue(name: Name): number {
  switch (name.kind) {
    case 'job':
      return name.minute;
    case 'pod':
    case 'full-pod':
      return name.ordinal;
    case 'refused-pod':
      return name.number;
    case 'unnamed-pod':
      return name.index;
    case 'time':
      return name.at;
  }
}

/** What the name of the same thing is made of where it comes so much later. */
export function valueLater(kind: NameKind, value: number, by: Skipped): number {
  switch (kind) {
    case 'job':
      return value + by.time / microsecondsPerMinute;
    case 'pod':
    case 'full-pod':
      return value + by.pods;
    case 'refused-pod':
    case 'unnamed-pod':
      return value;
    case 'time':
      return value + by.time;
  }
}

export function textWithName(before: string, name: Name, after = ''): TextWithName {
  return { before, name, after };
}

/** Tells two texts apart. */
export function textKey(text: Text): string {
  return typeof text === 'string' ? text : `${text.before}${nameValue(text.name)}${text.after}`;
}

/** The same of a text and what tells its name apart. */
export function namelessKey(text: NamelessText, value: number | undefined): string {
  return typeof text === 'string' ? text : `${text.before}${value}${text.after}`;
}
