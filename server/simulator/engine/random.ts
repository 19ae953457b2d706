/**
 * Chance without state: the same seed and the same name of a draw give the same number in [0, 1), however much was drawn
 * before. So what happens later in a run cannot change what happened earlier.
 */
export function draw(seed: number, ...names: readonly (string | number)[]): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1);
  for (const name of names) {
    if (typeof name === 'number') hash = Math.imul(hash ^ name, 0x01000193) ^ Math.imul(hash ^ (name / 0x1_0000_0000), 0x85ebca6b);
    else for (let place = 0; place < name.length; place++) hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193);
    hash = Math.imul(hash ^ 0x2f, 0x01000193);
  }
  return mix(hash) / 0x1_0000_0000;
}

/** The end of murmur3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

const nameCharacters = 'bcdfghjklmnpqrstvwxz2456789';

/** Of the pod with that ordinal: five characters such as the API server puts at the end of a generated name (apiserver pkg/storage/names). */
export function nameEnd(seed: number, ordinal: number): string {
  let number = mix(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(ordinal + 1, 0x85ebca6b)) % nameCharacters.length ** 5;
  let end = '';
  for (let place = 0; place < 5; place++) {
    end += nameCharacters[number % nameCharacters.length];
    number = Math.trunc(number / nameCharacters.length);
  }
  return end;
}

/** So many hexadecimal digits, the same for the same seed and names. */
export function hexDigits(count: number, seed: number, ...names: readonly (string | number)[]): string {
  const parts = Array.from({ length: Math.ceil(count / 6) }, (_, part) =>
    Math.floor(draw(seed, part, ...names) * 16 ** 6)
      .toString(16)
      .padStart(6, '0'),
  );
  return parts.join('').slice(0, count);
}

/** A uid in the usual form, the same for the same seed and names. */
export function makeUid(seed: number, ...names: readonly (string | number)[]): string {
  const digits = (part: string, count: number) =>
    Math.floor(draw(seed, 'uid', part, ...names) * 16 ** count)
      .toString(16)
      .padStart(count, '0');
  return `${digits('a', 8)}-${digits('b', 4)}-4${digits('c', 3)}-a${digits('d', 3)}-${digits('e', 6)}${digits('f', 6)}`;
}
