import type { Texts } from '../../messages/render.ts';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A number of seconds in its two largest units: `2 min 5 s`, `1 day`; less than two minutes in seconds. Parts of a second are rounded. */
export function durationWords(seconds: number, texts: Texts): string {
  let rest = Math.round(seconds);
  if (rest < 120) return texts('duration-second', { count: rest });
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(texts(`duration-${unit}`, { count }));
    else if (parts.length) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}
