/**
 * Whole numbers as a text, in the base64 VLQ of source maps: the sign in the lowest bit, then five bits a letter from the lowest
 * on, so that small numbers are one letter. `*` and a number say how often the number before comes again.
 *
 * Whoever hands on a list does something for each of its numbers, and there may be millions; a text is copied as one.
 */
export function writeNumbers(numbers: readonly number[]): string {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let from = 0, to = 0; from < numbers.length; from = to) {
    to = endOfStretch(numbers, from);
    pushStretch(codes, numbers[from] ?? 0, to - from);
    if (codes.length < codesAtOnce) continue;
    parts.push(String.fromCharCode(...codes));
    codes = [];
  }
  return parts.join('') + String.fromCharCode(...codes);
}

/** The numbers that were written. */
export function readNumbers(text: string): number[] {
  const numbers = new Array<number>(countOf(text));
  eachStretch(text, (number, from, to) => numbers.fill(number, from, to));
  return numbers;
}

function countOf(text: string): number {
  let count = 0;
  eachStretch(text, (_, __, to) => {
    count = to;
  });
  return count;
}

function eachStretch(text: string, visit: (number: number, from: number, to: number) => void): void {
  const written = cursor(text);
  for (let from = 0, to = 0; !written.atEnd(); from = to) {
    const number = written.number();
    to = from + 1 + (written.isAgain() ? written.number() : 0);
    visit(number, from, to);
  }
}

const letters = codesOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const [again = 0] = codesOf('*');
/** By the code of a letter: the digit that it is. */
const digits = new Uint8Array(128);
for (const [digit, code] of letters.entries()) digits[code] = digit;
/** A digit holds so many values; with as many added, more follow. */
const values = 32;
/** A function takes no more arguments than some ten thousand. */
const codesAtOnce = 8192;

function codesOf(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}

function endOfStretch(numbers: readonly number[], from: number): number {
  let to = from + 1;
  while (to < numbers.length && numbers[to] === numbers[from]) to++;
  return to;
}

function pushStretch(codes: number[], number: number, count: number): void {
  pushNumber(codes, number);
  if (count === 1) return;
  codes.push(again);
  pushNumber(codes, count - 1);
}

function pushNumber(codes: number[], number: number): void {
  let rest = number < 0 ? 1 - 2 * number : 2 * number;
  for (; rest >= values; rest = Math.floor(rest / values)) codes.push(letters[values + (rest % values)] ?? 0);
  codes.push(letters[rest] ?? 0);
}

function cursor(text: string) {
  let place = 0;
  const digit = () => digits[text.charCodeAt(place++)] ?? 0;
  return {
    atEnd: () => place >= text.length,
    /** Steps over the sign, where it stands here. */
    isAgain() {
      if (text.charCodeAt(place) !== again) return false;
      place++;
      return true;
    },
    number() {
      let read = digit();
      let sum = read % values;
      for (let factor = values; read >= values; factor *= values) {
        read = digit();
        sum += (read % values) * factor;
      }
      return sum % 2 === 0 ? sum / 2 : (1 - sum) / 2;
    },
  };
}
