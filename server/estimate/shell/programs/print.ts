import { type Arguments, atOnce, type ProgramRun, type ProgramSetting, writing } from './program.ts';

/** `echo`; which of the two ways it takes with backslashes is the shell's own. */
export function echo(args: Arguments, { echoEscapes }: ProgramSetting): ProgramRun {
  if (args.includes(undefined)) return writing(0, undefined);
  const words = args.findIndex((arg) => !/^-[neE]+$/.test(arg ?? ''));
  const options = args.slice(0, words < 0 ? args.length : words);
  const text = args.slice(options.length).join(' ');
  const plain = options.length === 0 || (options.length === 1 && options[0] === '-n');
  if (!plain && echoEscapes()) return writing(0, undefined);
  const escapes = text.includes('\\') && (options.join('').includes('e') || echoEscapes());
  const written = escapes ? unescaped(text) : text;
  return writing(0, written === undefined ? undefined : `${written}${options.join('').includes('n') ? '' : '\n'}`);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', a: '\u0007', b: '\b', f: '\f', v: '\v' };

/** Undefined where an escape is rare enough to be read in more ways than one. */
function unescaped(text: string): string | undefined {
  let known = true;
  const plain = text.replace(/\\([\s\S]?)/g, (_, sign: string) => {
    known &&= Object.hasOwn(escapes, sign);
    return escapes[sign] ?? '';
  });
  return known ? plain : undefined;
}

/** `printf FORMAT ARGUMENT…` with the plain conversions. */
export function printf(args: Arguments): ProgramRun {
  const [format, ...values] = args;
  if (args.length === 0) return writing(2, undefined);
  if (format === undefined || format.startsWith('-') || values.includes(undefined)) return writing(undefined, undefined);
  let left: readonly string[] = values.map((value) => value ?? '');
  let output = '';
  do {
    const round = printOnce(format, left);
    if (!round || output.length > 20_000) return writing(undefined, undefined);
    output += round.output;
    if (round.left.length === left.length) break;
    left = round.left;
  } while (left.length > 0);
  return writing(0, output);
}

/** The format once through, and the values that are left; undefined where it holds what is not read here. */
function printOnce(format: string, values: readonly string[]): { readonly output: string; readonly left: readonly string[] } | undefined {
  const left = [...values];
  let output = '';
  for (const [, guarded, width = '', conversion = '', text = ''] of format.matchAll(/\\([\s\S]?)|%(-?\d{0,3})([\s\S]?)|([^\\%]+)/g)) {
    const plain = guarded === undefined ? text : escapes[guarded];
    const piece = conversion === '' ? plain : convert(conversion, left);
    if (piece === undefined || (width !== '' && conversion === '')) return undefined;
    output += width.startsWith('-') ? piece.padEnd(Number(width.slice(1))) : padStart(piece, width);
  }
  return { output, left };
}

function padStart(text: string, width: string): string {
  return text.padStart(Number(width), /^0/.test(width) ? '0' : ' ');
}

function convert(conversion: string, left: string[]): string | undefined {
  if (conversion === '%') return '%';
  const value = left.shift();
  if (conversion === 's') return value ?? '';
  if (conversion === 'c') return (value ?? '').slice(0, 1);
  if (/[diu]/.test(conversion) && /^(?:\d|[1-9]\d{1,14})?$/.test(value ?? '')) return value === undefined || value === '' ? '0' : value;
  return undefined;
}

/** Longer lists of numbers are not told. */
const mostNumbers = 5000;

/** `seq LAST`, `seq FIRST LAST`, `seq FIRST STEP LAST`, in whole numbers. */
export function seq(args: Arguments): ProgramRun {
  if (args.includes(undefined)) return writing(undefined, undefined);
  const words = args.map((arg) => arg ?? '');
  if (words.length === 0 || words.length > 3) return atOnce(1);
  if (!words.every((word) => /^-?\d{1,12}$/.test(word))) return writing(undefined, undefined);
  const numbers = words.map(Number);
  const [from = 1, step = 1] = numbers.slice(0, -1);
  const to = numbers.at(-1) ?? 0;
  if (step === 0) return writing(undefined, undefined);
  const count = Math.max(0, Math.floor((to - from) / step) + 1);
  if (count > mostNumbers || words.some((word) => /^-?0\d/.test(word))) return writing(0, undefined);
  return writing(0, Array.from({ length: count }, (_, place) => `${from + place * step}\n`).join(''));
}
