import type { LikelihoodResult, Seconds, SimulateAnswer, WhatIf, WhatIfEdit } from '../../../server/protocol/requests.ts';

/** Which object the panel shows. It outlives edits: the name finds it again when its place in the file has changed. */
export interface Target {
  readonly uri: string;
  readonly document: number;
  readonly item?: number;
  readonly kind: 'Job' | 'CronJob';
  readonly name: string | null;
  /** The text is what a cluster told of it: what happened is shown, and nothing simulated. */
  readonly explain?: true;
}

/** From the root of an object. */
export type FieldPath = readonly (string | number)[];

/** What kubectl prints of a simulated run. */
export const outputs = ['watch', 'pods', 'events', 'describe', 'wide', 'describe-pod'] as const;
export type Output = (typeof outputs)[number];

/** What became of the text, as far as the extension knows. */
export type Answer<Result = SimulateAnswer> =
  | { readonly status: 'waiting' }
  /** `files`: the manifest and, where there is one, its scenario; `scenario` is the address of that. */
  | {
      readonly status: 'shown';
      readonly target: Target;
      readonly files: readonly string[];
      readonly result: Result;
      readonly scenario?: string;
    }
  /** The simulation could not be asked for; the text says why. */
  | { readonly status: 'broken'; readonly text: string };

/** From the extension to the page. */
export type ToPanel =
  | { readonly type: 'answer'; readonly answer: Answer; readonly texts: Readonly<Record<string, string>>; readonly language: string }
  /** The text has changed: what is shown is that of an earlier one until the next answer. */
  | { readonly type: 'changed' }
  /** Another text has taken the place of the one that was shown: it is no edit of it, and is not compared with it. */
  | { readonly type: 'replaced' }
  /** How likely it is, as was asked last. */
  | { readonly type: 'likelihood'; readonly result: LikelihoodResult }
  /** What was changed by hand stands in the scenario now. */
  | { readonly type: 'saved' }
  /** The caret is in this field of the object that is shown; without `path` it is elsewhere. */
  | { readonly type: 'caret'; readonly path?: FieldPath }
  /** Does what the slider of the page does; tests do. */
  | { readonly type: 'moment'; readonly t: Seconds }
  /** Does what the menus and controls of the page do; tests do. */
  | { readonly type: 'edit'; readonly edit: WhatIfEdit }
  /** Asks for what the page shows; tests do. */
  | { readonly type: 'read'; readonly id: number };

/** From the page to the extension. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly uri: string; readonly line: number; readonly character: number }
  /** The second that was chosen, without `t` the end: from now on it is what kubectl prints then that is opened and copied. */
  | { readonly type: 'moment'; readonly t?: Seconds }
  /** What was changed by hand, all of it: simulate again. */
  | { readonly type: 'what-if'; readonly whatIf: WhatIf }
  /** How likely is each outcome where this share of container runs fails? */
  | { readonly type: 'likelihood'; readonly failureRate: number }
  /** Write what the run assumes as a scenario beside the manifest. */
  | { readonly type: 'save-scenario' }
  | { readonly type: 'open-scenario' }
  /** The wall clock at the beginning of the run, in milliseconds since 1970, without it the scenario's: the run is simulated again. */
  | { readonly type: 'start'; readonly startAt?: number }
  /** Shows the field of the object in the text, or the nearest above it that is there. */
  | { readonly type: 'reveal-field'; readonly path: FieldPath }
  | { readonly type: 'open'; readonly output: Output; readonly text: string }
  /** Opens a recording of the run, which is JSON. */
  | { readonly type: 'open-recording'; readonly text: string }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'text'; readonly id: number; readonly text: string };
