const nanoseconds: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n,
  '\u03bcs': 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const limit = 2n ** 63n;

/** A duration as Go's time.ParseDuration reads it (`1h30m`, `-1.5s`, `0`), in nanoseconds; undefined if it is none or too long. */
export function parseGoDuration(text: string): bigint | undefined {
  const [, sign, rest = ''] = /^([-+]?)(.*)$/s.exec(text) ?? [];
  if (rest === '0') return 0n;
  if (!/^(\d+\.?\d*[^\d.]+|\.\d+[^\d.]+)+$/.test(rest)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unitName = ''] of rest.matchAll(/(\d*)(?:\.(\d*))?([^\d.]+)/g)) {
    const unit = Object.hasOwn(nanoseconds, unitName) ? nanoseconds[unitName] : undefined;
    if (unit === undefined) return undefined;
    const value = BigInt(whole || '0') * unit + part(fraction, unit);
    if (BigInt(whole || '0') > limit / unit || value > limit) return undefined;
    total += value;
    if (total > limit) return undefined;
  }
  if (sign === '-') return -total;
  return total < limit ? total : undefined;
}

/** A fraction of a unit, cut to whole nanoseconds. Eighteen digits are more than any unit can tell apart. */
function part(fraction: string, unit: bigint): bigint {
  const digits = fraction.slice(0, 18);
  return digits === '' ? 0n : (BigInt(digits) * unit) / 10n ** BigInt(digits.length);
}
