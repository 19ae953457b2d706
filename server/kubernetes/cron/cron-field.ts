import { remembered } from '../values/remembered.ts';
import type { CronField } from './schedule.ts';
import type { ScheduleFault } from './schedule-fault.ts';

interface Bounds {
  readonly least: number;
  readonly most: number;
  /** Names of the numbers from `least` on. */
  readonly names: readonly string[];
}

export const cronFields = {
  minute: { least: 0, most: 59, names: [] },
  hour: { least: 0, most: 23, names: [] },
  dayOfMonth: { least: 1, most: 31, names: [] },
  month: { least: 1, most: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  dayOfWeek: { least: 0, most: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
} as const satisfies Readonly<Record<string, Bounds>>;

export type CronFieldName = keyof typeof cronFields;

type Parsed<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly fault: ScheduleFault };

interface Span {
  readonly first: number;
  readonly last: number;
  readonly step: number;
  readonly star: boolean;
}

/** Reads one field: numbers, names and ranges with steps, between commas. Empty parts between commas do not count. */
export function parseField(name: CronFieldName, text: string): ParsedField {
  return parsers[name](text);
}

type ParsedField = Parsed<{ readonly field: CronField }>;

/** Most fields are a star. */
const parsers: Readonly<Record<CronFieldName, (text: string) => ParsedField>> = {
  minute: remembered((text) => parse('minute', text)),
  hour: remembered((text) => parse('hour', text)),
  dayOfMonth: remembered((text) => parse('dayOfMonth', text)),
  month: remembered((text) => parse('month', text)),
  dayOfWeek: remembered((text) => parse('dayOfWeek', text)),
};

function parse(name: CronFieldName, text: string): ParsedField {
  const bounds: Bounds = cronFields[name];
  const has = Array.from({ length: bounds.most + 1 }, () => false);
  let star = false;
  for (const part of text.split(',').filter(Boolean)) {
    const span = parseSpan(name, part);
    if (!span.ok) return span;
    for (let value = span.first; value <= span.last; value += span.step) has[value] = true;
    star ||= span.star;
  }
  return { ok: true, field: { values: has.flatMap((matches, value) => (matches ? [value] : [])), has, star } };
}

/** `5`, `1-5`, `1-5/2`, `5/2` (from 5 to the end), `*`, `*\/2`; whatever follows a star up to the slash is not looked at. */
function parseSpan(name: CronFieldName, part: string): Parsed<Span> {
  const bounds: Bounds = cronFields[name];
  const [range = '', stepText, ...slashes] = part.split('/');
  const [low = '', high, ...hyphens] = range.split('-');
  const star = low === '*' || low === '?';
  const first = star ? bounds.least : parseValue(bounds, low);
  if (first === undefined) return fault({ code: 'schedule-value', args: { field: name, part, value: low } });
  if (!star && hyphens.length) return fault({ code: 'schedule-hyphens', args: { part } });
  const end = star ? bounds.most : parseEnd(bounds, first, high);
  if (end === undefined) return fault({ code: 'schedule-value', args: { field: name, part, value: high ?? '' } });
  if (slashes.length) return fault({ code: 'schedule-slashes', args: { part } });
  const step = stepText === undefined ? 1 : parseNumber(stepText);
  if (step === undefined) return fault({ code: 'schedule-step', args: { value: stepText ?? '' } });
  const last = stepText !== undefined && high === undefined ? bounds.most : end;
  const outside = { field: name, part, least: bounds.least, most: bounds.most };
  if (first < bounds.least) return fault({ code: 'schedule-below', args: { ...outside, value: first } });
  if (last > bounds.most) return fault({ code: 'schedule-above', args: { ...outside, value: last } });
  if (first > last) return fault({ code: 'schedule-backwards', args: { part } });
  if (step === 0) return fault({ code: 'schedule-step-zero', args: { part } });
  return { ok: true, first, last, step, star: star && step === 1 };
}

/** Without an end the span is its first value alone. */
function parseEnd(bounds: Bounds, first: number, high: string | undefined): number | undefined {
  return high === undefined ? first : parseValue(bounds, high);
}

/** Names count in any case. Go's lower case of a dotted capital I is a plain i. */
function parseValue(bounds: Bounds, text: string): number | undefined {
  const place = bounds.names.indexOf(text.replaceAll('\u0130', 'i').toLowerCase());
  return place < 0 ? parseNumber(text) : bounds.least + place;
}

/** A whole number that is not negative, as Go's strconv.Atoi reads it: with a sign if wanted, within 64 bits. */
function parseNumber(text: string): number | undefined {
  if (!/^(\+|-(?=0+$))?[0-9]+$/.test(text) || BigInt(text.replace(/^[+-]/, '')) > 9_223_372_036_854_775_807n) return undefined;
  return Math.abs(Number(text));
}

function fault(found: ScheduleFault): { readonly ok: false; readonly fault: ScheduleFault } {
  return { ok: false, fault: found };
}
