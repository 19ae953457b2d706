import type { LabelSelector } from '../../kubernetes/generated/types.ts';
import { byteLength } from '../../kubernetes/names/byte-length.ts';

export type TextMap = Readonly<Record<string, string>>;

const longestAnnotation = 140;
const hiddenAnnotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** Two spaces a level, as `kubectl describe` indents. */
export function indented(level: number, text: string): string {
  return '  '.repeat(level) + text;
}

export function orNone(text: string | undefined): string {
  return text ? text : '<none>';
}

/** `title:` and one `key=value` a line, sorted. `nested` is written before each piece, as nested writers do. */
export function labelLines(title: string, labels: TextMap | undefined, nested = ''): readonly string[] {
  const entries = sortedEntries(labels);
  if (!entries.length) return [`${nested}${title}:\t${nested}<none>`];
  return entries.map(([name, value], at) => `${at ? `${nested}${nested}` : `${nested}${title}:`}\t${nested}${name}=${value}`);
}

/** `title:` and one `key: value` a line, sorted; long values and those of several lines below their key, cut. */
export function annotationLines(title: string, annotations: TextMap | undefined, nested = ''): readonly string[] {
  const entries = sortedEntries(annotations).filter(([name]) => name !== hiddenAnnotation);
  if (!entries.length) return [`${nested}${title}:\t${nested}<none>`];
  return entries.flatMap(([name, value], at) => {
    const start = at ? `${nested}\t${nested}` : `${nested}${title}:\t${nested}`;
    const lines = value.replace(/\n$/, '').split('\n');
    const [only = ''] = lines;
    if (lines.length === 1 && byteLength(only) + byteLength(name) + 2 <= longestAnnotation) return [`${start}${name}: ${only}`];
    return [`${start}${name}:`, ...lines.map((line) => `${nested}\t  ${shortened(line, longestAnnotation - 2)}`)];
  });
}

/** A label selector as text: requirements sorted by key; '' for none and for one that selects everything. */
export function selectorText(selector: LabelSelector | undefined): string {
  const equal = sortedEntries(selector?.matchLabels).map(([name, value]) => ({ name, text: `${name}=${value}` }));
  const expressions = (selector?.matchExpressions ?? []).map(({ key: name = '', operator, values = [] }) => ({
    name,
    text: expressionText(name, operator, values),
  }));
  return [...equal, ...expressions]
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ text }) => text)
    .join(',');
}

function expressionText(name: string, operator: string | undefined, values: readonly string[]): string {
  if (operator === 'Exists') return name;
  if (operator === 'DoesNotExist') return `!${name}`;
  return `${name} ${operator === 'NotIn' ? 'notin' : 'in'} (${[...values].sort(compareText).join(',')})`;
}

/** Entries in the order of their keys, as Go sorts strings. */
export function sortedEntries<Value>(map: Readonly<Record<string, Value>> | undefined): readonly (readonly [string, Value])[] {
  return Object.entries(map ?? {}).sort(([a], [b]) => compareText(a, b));
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Cut to so many bytes of UTF-8, as Go cuts strings; what would be half a character is left out. */
export function shortened(text: string, bytes: number): string {
  if (byteLength(text) <= bytes) return text;
  let kept = '';
  let length = 0;
  for (const character of text) {
    length += byteLength(character);
    if (length > bytes) break;
    kept += character;
  }
  return `${kept}...`;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Thu, 01 Jan 2026 00:00:00 +0000`: RFC 1123 as kubectl writes times, here always in UTC. */
export function timeText(time: string): string {
  const date = new Date(time);
  const two = (number: number) => String(number).padStart(2, '0');
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `${days[date.getUTCDay()]}, ${two(date.getUTCDate())} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()} ${clock} +0000`;
}
