import { distance } from 'fastest-levenshtein';

/** At most three of `names` that `typed` may stand for, the nearest first; none when nothing is near. */
export function nearestNames(typed: string, names: readonly string[]): readonly string[] {
  const lower = typed.toLowerCase();
  const most = Math.max(1, Math.floor(typed.length / 3));
  return names
    .map((name) => ({ name, far: distance(lower, name.toLowerCase()) }))
    .filter(({ far, name }) => far <= most || (lower.length > 3 && name.toLowerCase().startsWith(lower)))
    .sort((a, b) => a.far - b.far || a.name.length - b.name.length)
    .slice(0, 3)
    .map(({ name }) => name);
}
