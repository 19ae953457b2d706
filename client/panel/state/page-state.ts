import type { LikelihoodResult, Seconds, SimulateResult } from '../../../server/protocol/requests.ts';
import type { View } from '../axis/view.ts';
import { type History, noHistory } from '../history/history.ts';
import type { FieldPath, Output, Target } from '../host/messages.ts';
import type { Picture } from '../picture/picture.ts';
import type { Filter } from '../picture/rows.ts';

/**
 * All that the page knows, as one plain value; `page-action.ts` says what can happen to it, and nothing else changes it.
 *
 * To add to it: a field here with its value in `noPage`, an action and its case in `page-action.ts`, and where it is to
 * survive a reload of the window, the field in `Kept` and its reader in `kept.ts`.
 */
export interface PageState extends Kept {
  /** The last run that could be simulated. It stays while the text cannot be judged. */
  readonly drawn: Drawn | undefined;
  /** Whether that is the run of the text as it is now. */
  readonly now: Now;
  /** The run before the last edit, by hand or of the text. */
  readonly before: Drawn | undefined;
  /** The run to compare with, where one was chosen instead. */
  readonly pinned: Drawn | undefined;
  readonly explained: Explained | undefined;
  /** The field that the caret is in. */
  readonly caret: FieldPath | undefined;
  /** The share of container runs that fail, for which it is asked how likely each outcome is. */
  readonly failureRate: number;
  /** The answer to that, of the run that is drawn or of an earlier one. */
  readonly likely: LikelihoodResult | undefined;
}

/** What a reload of the window does not lose. Numbers and names alone: it is stored as JSON. */
export interface Kept {
  /** Which object is shown. */
  readonly target: Target | undefined;
  /** Of the run, counted from the create request: the second for which kubectl's output is shown. Undefined: the end. */
  readonly second: Seconds | undefined;
  /** The part of the run that the axis shows. Undefined: the whole, whose end changes as the text is edited. */
  readonly part: View | undefined;
  /** Which of kubectl's outputs is open. */
  readonly output: Output;
  /** The object that is chosen in lanes and outputs alike. Undefined: the one that the run is of. */
  readonly selected: Selected | undefined;
  /** What was changed by hand about what the run takes for granted. */
  readonly history: History;
  /** The keys of the lines that were folded or unfolded by hand. */
  readonly toggled: readonly string[];
  readonly filter: Filter;
  /** How much of a CronJob's calendar is shown. */
  readonly calendar: CalendarSpan;
  /** The wall clock at the beginning of the run, in milliseconds since 1970. Undefined: the scenario's. */
  readonly startAt: number | undefined;
  /** How far the lanes are scrolled, in pixels. */
  readonly scrolled: number;
  /** And the part of the page that they are in. */
  readonly pageScrolled: number;
}

/** Jobs and pods are meant by their ordinals, which number them in the order of their creation; a group of lines by its first. */
export interface Selected {
  readonly kind: 'Job' | 'Pod' | 'Group';
  readonly ordinal: number;
}

export type CalendarSpan = 'week' | 'weeks' | 'year';

/** A bar, a wait, a line or a mark that was clicked, in words. */
export interface Explained {
  readonly title: string;
  readonly lines: readonly string[];
  /** The field of the object that has caused it. */
  readonly path?: FieldPath;
}

/** A run on the page, and what it is of. */
export interface Drawn {
  readonly target: Target;
  /** The manifest and, where there is one, its scenario, as users know their places. */
  readonly files: readonly string[];
  readonly result: Simulated;
  readonly picture: Picture;
}

export type Simulated = Extract<SimulateResult, { readonly status: 'simulated' }>;
export type NotSimulated = Exclude<SimulateResult, Simulated>;

export type KnownLikelihood = Extract<LikelihoodResult, { readonly status: 'known' }>;

/** How the text stands to the run that is drawn. */
export type Now =
  /** The run is that of the text. */
  | { readonly status: 'current' }
  /** The text has changed, and its run is under way. */
  | { readonly status: 'simulating' }
  /** There is no run of it as it stands, for this reason. */
  | { readonly status: 'not-simulated'; readonly target: Target; readonly files: readonly string[]; readonly result: NotSimulated }
  /** It could not be asked for; the text says why. */
  | { readonly status: 'broken'; readonly text: string };

export const noPage: PageState = {
  target: undefined,
  second: undefined,
  part: undefined,
  output: 'watch',
  selected: undefined,
  toggled: [],
  filter: 'all',
  calendar: 'week',
  startAt: undefined,
  scrolled: 0,
  pageScrolled: 0,
  history: noHistory,
  explained: undefined,
  caret: undefined,
  drawn: undefined,
  before: undefined,
  pinned: undefined,
  failureRate: 0.05,
  likely: undefined,
  now: { status: 'simulating' },
};
