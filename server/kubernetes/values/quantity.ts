import type { Quantity } from '../generated/types.ts';
import { trimPlainSpaces } from './go-spaces.ts';
import { remembered } from './remembered.ts';

/** How a quantity was written: `1500m`, `1Gi` or `12e6`. Sums take the format of their first term that is not zero. */
type Format = 'decimal' | 'binary' | 'exponent';

/** A resource quantity as the API server holds it: exact down to a billionth, smaller parts rounded away from zero. */
export interface ExactQuantity {
  /** Billionths of a unit. */
  readonly nano: bigint;
  readonly format: Format;
  /** The text as it was written, kept where the server takes it for canonical already. */
  readonly text?: string;
  /** The power of ten of the number that the server holds, where that has few digits; undefined where it holds any number of them. */
  readonly scale?: number;
}

export const zeroQuantity: ExactQuantity = { nano: 0n, format: 'decimal' };

const decimalSuffixes = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
]);
const binarySuffixes = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const million = 1_000_000n;
const billion = 1_000_000_000n;
const largestInt64 = 2n ** 63n - 1n;
const largest = largestInt64 * billion;
/** Beyond this power of ten a quantity counts as having it; nothing real comes near, and the numbers stay small. */
const exponentBound = 5000;

/**
 * Reads a quantity as apimachinery's resource.ParseQuantity does, 0.37: `undefined` where the server would not
 * decode it. Oddities are the server's: spaces around it are left out, but no tab and no line break, since
 * Quantity.UnmarshalJSON trims the bytes as they were sent; a missing number is 0 (`Mi`) unless the unit is very large or small
 * (`Ei`, `e-900`), and `1.` is 1.
 */
export function parseQuantity(value: Quantity | bigint): ExactQuantity | undefined {
  const text = trimPlainSpaces(String(value));
  return text === '' ? undefined : parseText(text);
}

const parseText = remembered((text): ExactQuantity | undefined => {
  const parts = /^([+-]?)([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/.exec(text);
  if (!parts) return undefined;
  const [, sign = '', leading = '', fraction = '', suffix = ''] = parts;
  const scale = readSuffix(suffix);
  if (!scale || (leading === '' && fraction === '' && !mayLackNumber(scale))) return undefined;

  const digits = leading.replace(/^0+/, '') || '0';
  const magnitude = BigInt(digits + fraction);
  const unscaled =
    scale.format === 'binary'
      ? scaleByTen(magnitude * 2n ** BigInt(scale.power), 9 - fraction.length)
      : scaleByTen(magnitude, 9 - fraction.length + scale.power);
  const capped = scale.format === 'binary' && unscaled > largest ? largest : unscaled;
  const format = scale.format === 'binary' && capped > 0n && capped < billion ? 'decimal' : scale.format;
  const nano = sign === '-' ? -capped : capped;
  const held = scaleOfFewDigits(digits, fraction, scale);
  if (held === undefined) return { nano, format };
  const isKept = text === '0' || isCanonical(digits + fraction, held, scale);
  return isKept ? { nano, format, scale: held, text } : { nano, format, scale: held };
});

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareQuantities(a: ExactQuantity, b: ExactQuantity): number {
  if (a.nano === b.nano) return 0;
  return a.nano < b.nano ? -1 : 1;
}

export function addQuantities(a: ExactQuantity, b: ExactQuantity): ExactQuantity {
  return { nano: a.nano + b.nano, format: a.nano === 0n ? b.format : a.format };
}

/** So many times a quantity; `times` is a whole number. */
export function timesQuantity({ nano, format }: ExactQuantity, times: number): ExactQuantity {
  return { nano: nano * BigInt(times), format };
}

/** Rounded away from zero to thousandths: what defaults make of every limit and request (SetDefaults_ResourceList, 1.37). */
export function roundToMilli(quantity: ExactQuantity): ExactQuantity {
  const nano = divideAwayFromZero(quantity.nano, million) * million;
  return nano === quantity.nano ? quantity : { nano, format: quantity.format };
}

/** Whole units, rounded away from zero. */
export function wholeUnits(quantity: ExactQuantity): bigint {
  return divideAwayFromZero(quantity.nano, billion);
}

/** Whole units as the server counts them, in 64 bits (Quantity.Value). */
export function countedUnits(quantity: ExactQuantity): bigint {
  return counted(quantity, 0);
}

/**
 * Whether the quantity has a part of a unit that shows in thousandths, as the server checks it: 0.9999 has none. It counts
 * thousandths in 64 bits, so what is larger than they hold (9.2e15 units) has one or none as they happen to end.
 */
export function isFractional(quantity: ExactQuantity): boolean {
  return counted(quantity, -3) % 1000n !== 0n;
}

/**
 * The quantity in a power of ten, rounded away from zero, as 64 bits hold it (Quantity.ScaledValue and positiveScaleInt64): bits
 * that do not fit are lost, and with them all of a number of few digits that the server multiplies by ten again and again.
 */
function counted({ nano, scale }: ExactQuantity, unit: number): bigint {
  const exact = divideAwayFromZero(nano, 10n ** BigInt(9 + unit));
  const held = BigInt.asIntN(64, exact);
  return held === exact || scale === undefined || multipliedAtOnce.has(scale - unit) ? held : 0n;
}

const multipliedAtOnce: ReadonlySet<number> = new Set([1, 2, 3, 6, 9]);

/** The canonical text, as the API server writes the quantity back and kubectl shows it. */
export function formatQuantity(quantity: ExactQuantity): string {
  if (quantity.text !== undefined) return quantity.text;
  if (quantity.nano === 0n) return '0';
  const binary = quantity.format === 'binary' && absolute(quantity.nano) >= 1024n * billion && quantity.nano % billion === 0n;
  if (binary) {
    const { rest, times } = stripFactor(quantity.nano / billion, 1024n);
    return `${rest}${binarySuffixes[times] ?? ''}`;
  }
  const { rest, times } = stripFactor(quantity.nano, 10n);
  const exponent = Math.floor((times - 9) / 3) * 3;
  const number = rest * 10n ** BigInt(times - 9 - exponent);
  if (quantity.format === 'exponent') return exponent === 0 ? String(number) : `${number}e${exponent}`;
  const suffix = [...decimalSuffixes].find(([, power]) => power === exponent)?.[0];
  return `${number}${suffix ?? ''}`;
}

/**
 * Whether a suffix alone is 0: the server reads what fits into 64 bits for sure without looking for a number (parseQuantityString
 * and ParseQuantity, apimachinery pkg/api/resource/quantity.go, 0.37).
 */
function mayLackNumber({ format, power }: Scale): boolean {
  return format === 'binary' ? power < 50 : power >= -9;
}

interface Scale {
  readonly format: Format;
  readonly power: number;
}

function readSuffix(suffix: string): Scale | undefined {
  const decimal = decimalSuffixes.get(suffix);
  if (decimal !== undefined) return { format: 'decimal', power: decimal };
  const binary = binarySuffixes.indexOf(suffix);
  if (binary > 0) return { format: 'binary', power: 10 * binary };
  const exponent = /^[eE]([-+]?[0-9]+)$/.exec(suffix)?.[1];
  if (exponent === undefined) return undefined;
  const power = BigInt(exponent);
  if (power > 2n ** 63n - 1n || power < -(2n ** 63n)) return undefined;
  return { format: 'exponent', power: Math.max(-exponentBound, Math.min(exponentBound, Number(BigInt.asIntN(32, power)))) };
}

/** `value` times a power of ten; what is lost is rounded up, so that something stays something. */
function scaleByTen(value: bigint, power: number): bigint {
  return power >= 0 ? value * 10n ** BigInt(power) : divideAwayFromZero(value, 10n ** BigInt(-power));
}

/** The power of ten of the whole number as which the server holds a quantity of few digits; undefined of what has more. */
function scaleOfFewDigits(digits: string, fraction: string, { format, power }: Scale): number | undefined {
  if (format === 'binary') return fraction === '' && 14 - digits.length - Math.floor(power * 0.3) >= 0 ? 0 : undefined;
  return digits.length + fraction.length <= 18 && power - fraction.length >= -9 ? power - fraction.length : undefined;
}

/** Whether the server keeps a text of few digits as it is, signs and leading zeros included, instead of writing it anew. */
function isCanonical(shifted: string, held: number, { format }: Scale): boolean {
  if (format === 'binary') return (BigInt(shifted) & 7n) !== 0n;
  return held % 3 === 0 && !shifted.endsWith('000') && shifted[0] !== '0';
}

function divideAwayFromZero(value: bigint, divisor: bigint): bigint {
  const whole = value / divisor;
  if (value % divisor === 0n) return whole;
  return value > 0n ? whole + 1n : whole - 1n;
}

function stripFactor(value: bigint, factor: bigint): { rest: bigint; times: number } {
  let rest = value;
  let times = 0;
  while (absolute(rest) >= factor && rest % factor === 0n) {
    rest /= factor;
    times++;
  }
  return { rest, times };
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
