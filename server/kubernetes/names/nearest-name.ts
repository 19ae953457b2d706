import { distance } from 'fastest-levenshtein';

/** At most three of `names` that `typed` may stand for, the nearest first; none when nothing is near. */
export function nearestNames(typed: string, names: readonly string[]): readonly string[] {
  const lower = typed.toLowerCase();
  const most = Math.max(1, Math.round(typed.length / 3));
  return names
    .map((name) => ({ name, far: mistakes(lower, name.toLowerCase()) }))
    .filter(({ far, name }) => far <= most || (lower.length > 3 && name.toLowerCase().startsWith(lower)))
    .sort((a, b) => a.far - b.far || a.name.length - b.name.length)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** How many letters are wrong, missing or too many. Two letters in each other's place, as in `spce`, are one mistake. */
function mistakes(typed: string, name: string): number {
  const far = distance(typed, name);
  if (far < 2) return far;
  const swapped = [...typed.slice(1)].map((letter, at) => `${typed.slice(0, at)}${letter}${typed[at] ?? ''}${typed.slice(at + 2)}`);
  return Math.min(far, ...swapped.map((one) => distance(one, name) + 1));
}
