import { distance } from 'fastest-levenshtein';
import { asSeen } from '../../unicode/look-alikes.ts';

/** At most three of `names` that `typed` may stand for, the nearest first; none when nothing is near. */
export function nearestNames(written: string, names: readonly string[]): readonly string[] {
  const typed = asSeen(written);
  const lower = typed.toLowerCase();
  const most = Math.max(1, Math.round(typed.length / 3));
  return names
    .map((name) => ({ name, far: mistakes(typed, name) }))
    .filter(({ far, name }) => far <= most || (lower.length > 3 && name.toLowerCase().startsWith(lower)))
    .sort((a, b) => a.far - b.far || a.name.length - b.name.length)
    .slice(0, 3)
    .map(({ name }) => name);
}

/**
 * How many letters are wrong, missing or too many, whatever their case. Two letters in each other's place, as in `spce`, are one
 * mistake.
 */
export function mistakes(typed: string, name: string): number {
  const [lower, meant] = [typed.toLowerCase(), name.toLowerCase()];
  const far = distance(lower, meant);
  // More letters than these are no slip of a finger.
  if (far < 2 || far > 4) return far;
  const swapped = [...lower.slice(1)].map((letter, at) => `${lower.slice(0, at)}${letter}${lower[at] ?? ''}${lower.slice(at + 2)}`);
  return Math.min(far, ...swapped.map((one) => distance(one, meant) + 1));
}
