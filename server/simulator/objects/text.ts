import type { Instant } from '../engine/clock.ts';

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

/** What the name of a thing follows from. `due` is the time of the schedule for which its Job was made; none without a CronJob. */
export type Name =
  | { readonly kind: 'job'; readonly due: Instant | undefined }
  | { readonly kind: 'pod'; readonly due: Instant | undefined; readonly index: number; readonly ordinal: number }
  /** Of a pod that its Job did not get; `number` tells it from the others of that Job, which the end of its name would. */
  | { readonly kind: 'refused-pod'; readonly due: Instant | undefined; readonly index: number; readonly number: number }
  | { readonly kind: 'time'; readonly at: Instant };

export function textWithName(before: string, name: Name, after = ''): TextWithName {
  return { before, name, after };
}

/** Tells two texts apart. */
export function textKey(text: Text): string {
  if (typeof text === 'string') return text;
  const { before, name, after } = text;
  return `${before}${nameKey(name)}${after}`;
}

function nameKey(name: Name): number | undefined {
  switch (name.kind) {
    case 'job':
      return name.due;
    case 'pod':
      return name.ordinal;
    case 'refused-pod':
      return name.number;
    case 'time':
      return name.at;
  }
}
