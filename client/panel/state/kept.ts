import type { View } from '../axis/view.ts';
import { readHistory } from '../history/read-history.ts';
import { outputs } from '../host/messages.ts';
import { readTarget } from '../host/read-target.ts';
import type { Filter } from '../picture/rows.ts';
import type { CalendarSpan, Kept, PageState, Selected } from './page-state.ts';

const spans: readonly CalendarSpan[] = ['week', 'weeks', 'year'];
const filters: readonly Filter[] = ['all', 'failed', 'running'];

/** What is stored of the page, to be handed back when the window was loaded again. */
export function keptOf(page: PageState): Kept {
  const { target, second, part, output, selected, toggled, filter, calendar, startAt, scrolled, pageScrolled, history } = page;
  return { target, second, part, output, selected, toggled, filter, calendar, startAt, scrolled, pageScrolled, history };
}

/** Reads what an earlier window stored, perhaps one of an older version: what is not as expected is as if nothing was stored. */
export function readKept(stored: unknown): Partial<Kept> {
  if (!isRecord(stored)) return {};
  const { target, second, part, output, selected, toggled, filter, calendar, startAt, scrolled, pageScrolled } = stored;
  const known = outputs.find((one) => one === output);
  return {
    target: readTarget(target),
    second: readCount(second),
    part: readPart(part),
    ...(known === undefined ? {} : { output: known }),
    selected: readSelected(selected),
    toggled: Array.isArray(toggled) ? toggled.filter((key) => typeof key === 'string') : [],
    filter: filters.find((one) => one === filter) ?? 'all',
    calendar: spans.find((one) => one === calendar) ?? 'week',
    startAt: readCount(startAt),
    history: readHistory(stored['history']),
    scrolled: readCount(scrolled) ?? 0,
    pageScrolled: readCount(pageScrolled) ?? 0,
  };
}

function readPart(value: unknown): View | undefined {
  if (!isRecord(value)) return undefined;
  const { from: start, to: stop } = value;
  const [from, to] = [readCount(start), readCount(stop)];
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}

function readSelected(value: unknown): Selected | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, ordinal: place } = value;
  const ordinal = readCount(place);
  return (kind === 'Job' || kind === 'Pod' || kind === 'Group') && ordinal !== undefined ? { kind, ordinal } : undefined;
}

function readCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
