import type { LikelihoodResult, Seconds } from '../../../server/protocol/requests.ts';
import type { View } from '../axis/view.ts';
import type { History } from '../history/history.ts';
import type { Answer, FieldPath, Output, Target } from '../host/messages.ts';
import { isSameObject } from '../host/read-target.ts';
import type { Filter } from '../picture/rows.ts';
import {
  type CalendarSpan,
  type Drawn,
  type Explained,
  type Kept,
  type NotSimulated,
  noPage,
  type PageState,
  type Selected,
} from './page-state.ts';

/** What can happen to the page, by the user or by the extension. */
export type PageAction =
  /** The text or its scenario has changed. */
  | { readonly type: 'changed' }
  /** Another text has taken its place. */
  | { readonly type: 'replaced' }
  /** What became of it, where that is no run. */
  | { readonly type: 'answered'; readonly answer: Answer<NotSimulated> }
  | { readonly type: 'simulated'; readonly drawn: Drawn }
  /** The window was loaded again. */
  | { readonly type: 'restored'; readonly kept: Partial<Kept> }
  /** Something was changed by hand, or taken back; `goesOn` where a control is moved on. */
  | { readonly type: 'history-changed'; readonly history: History; readonly goesOn: boolean }
  /** This run is the one to compare with from now on; without one, it is the run before the last edit again. */
  | { readonly type: 'pinned'; readonly drawn: Drawn | undefined }
  | { readonly type: 'likelihood-asked'; readonly failureRate: number }
  | { readonly type: 'likelihood-answered'; readonly result: LikelihoodResult }
  | { readonly type: 'second-chosen'; readonly second: Seconds | undefined }
  | { readonly type: 'part-chosen'; readonly part: View | undefined }
  | { readonly type: 'output-chosen'; readonly output: Output }
  | { readonly type: 'object-chosen'; readonly selected: Selected | undefined; readonly explained?: Explained }
  | { readonly type: 'explained'; readonly explained: Explained | undefined }
  | { readonly type: 'line-toggled'; readonly key: string }
  | { readonly type: 'filter-chosen'; readonly filter: Filter }
  /** A run of a CronJob, and the part of the axis where it is. */
  | { readonly type: 'run-chosen'; readonly job: number; readonly part: View; readonly explained: Explained }
  | { readonly type: 'calendar-chosen'; readonly calendar: CalendarSpan }
  | { readonly type: 'start-chosen'; readonly startAt: number | undefined }
  | { readonly type: 'caret-moved'; readonly path: FieldPath | undefined }
  | { readonly type: 'lanes-scrolled'; readonly scrolled: number }
  | { readonly type: 'page-scrolled'; readonly pageScrolled: number };

export type Dispatch = (action: PageAction) => void;

/** The page after something has happened. The same value where nothing has changed. */
export function afterAction(page: PageState, action: PageAction): PageState {
  switch (action.type) {
    case 'changed':
      return page.now.status === 'simulating' ? page : { ...page, before: beforeEdit(page), now: { status: 'simulating' } };
    case 'replaced':
      return anew(page);
    case 'history-changed':
      return afterEdit(page, action);
    case 'pinned':
      return { ...page, pinned: action.drawn };
    case 'likelihood-asked':
      return { ...page, failureRate: action.failureRate };
    case 'likelihood-answered':
      return { ...page, likely: action.result };
    case 'answered':
      return afterAnswer(page, action.answer);
    case 'simulated':
      return { ...ofObject(page, action.drawn.target), drawn: action.drawn, now: { status: 'current' }, explained: undefined };
    case 'restored':
      return { ...page, ...action.kept };
    case 'second-chosen':
      return page.second === action.second ? page : { ...page, second: action.second };
    case 'part-chosen':
      return { ...page, part: action.part };
    case 'output-chosen':
      return page.output === action.output ? page : { ...page, output: action.output };
    case 'object-chosen':
      return { ...page, selected: action.selected, explained: action.explained };
    case 'explained':
      return { ...page, explained: action.explained };
    case 'line-toggled':
      return { ...page, toggled: toggled(page.toggled, action.key) };
    case 'filter-chosen':
      return { ...page, filter: action.filter };
    case 'run-chosen':
      return { ...page, selected: { kind: 'Job', ordinal: action.job }, part: action.part, explained: action.explained };
    case 'calendar-chosen':
      return { ...page, calendar: action.calendar };
    case 'start-chosen':
      return { ...page, startAt: action.startAt, part: undefined, second: undefined, selected: undefined };
    case 'caret-moved':
      return { ...page, caret: action.path };
    case 'lanes-scrolled':
      return page.scrolled === action.scrolled ? page : { ...page, scrolled: action.scrolled };
    case 'page-scrolled':
      return { ...page, pageScrolled: action.pageScrolled };
  }
}

/** Whoever says how many runs fail asks how likely it is then. */
function afterEdit(page: PageState, { history, goesOn }: Extract<PageAction, { readonly type: 'history-changed' }>): PageState {
  const last = history.edits.at(-1);
  const failureRate = last?.kind === 'failure-rate' && last.share ? last.share : page.failureRate;
  return { ...page, history, failureRate, before: goesOn ? page.before : page.drawn, now: { status: 'simulating' } };
}

/** While the text cannot be judged the edit goes on. */
function beforeEdit({ now, drawn, before }: PageState): Drawn | undefined {
  return now.status === 'current' ? drawn : before;
}

function toggled(keys: readonly string[], key: string): readonly string[] {
  return keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
}

/** What cannot be simulated leaves the run before in its place. */
function afterAnswer(page: PageState, answer: Answer<NotSimulated>): PageState {
  switch (answer.status) {
    case 'waiting':
      return { ...page, now: { status: 'simulating' } };
    case 'broken':
      return { ...page, now: answer };
    case 'shown': {
      const { target, files, result } = answer;
      return { ...ofObject(page, target), now: { status: 'not-simulated', target, files, result } };
    }
  }
}

/** With another object the page begins anew. */
function ofObject(page: PageState, target: Target): PageState {
  return isSameObject(page.target, target) ? { ...page, target } : { ...anew(page), target };
}

function anew({ output }: PageState): PageState {
  return { ...noPage, output };
}
