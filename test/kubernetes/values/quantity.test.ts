import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addQuantities,
  compareQuantities,
  countedUnits,
  type ExactQuantity,
  formatQuantity,
  isFractional,
  parseQuantity,
  wholeUnits,
} from '../../../server/kubernetes/values/quantity.ts';
import { runs } from '../../property-runs.ts';

function parsed(text: string | number): ExactQuantity {
  const quantity = parseQuantity(text);
  if (!quantity) throw new Error(`${text} is no quantity`);
  return quantity;
}

describe('parseQuantity', () => {
  it.each([
    '',
    ' ',
    'x',
    '1x',
    '1 Gi',
    '1Gib',
    '1kk',
    '1e',
    '1e1.5',
    '1Em',
    '0x10',
    '1-3',
    '٣',
    '1e99999999999999999999',
    '--1',
    'Ei',
    '.Pi',
    '1\t',
    '\n1',
    '1\u2028',
    '\ufeff1',
    '+Ei',
    'e-10',
    '.e-900',
  ])('refuses %j', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it.each([
    ['1', 1_000_000_000n],
    ['-1', -1_000_000_000n],
    ['+1', 1_000_000_000n],
    ['1.', 1_000_000_000n],
    ['.5', 500_000_000n],
    ['Mi', 0n],
    ['.Ti', 0n],
    ['0Ei', 0n],
    ['n', 0n],
    ['e-9', 0n],
    ['-', 0n],
    [' 1 ', 1_000_000_000n],
    ['\u00a01\u0085', 1_000_000_000n],
    ['1n', 1n],
    ['0.1n', 1n],
    ['-0.1n', -1n],
    ['1u', 1000n],
    ['100m', 100_000_000n],
    ['1k', 1_000_000_000_000n],
    ['1Ki', 1_024_000_000_000n],
    ['1.5Ki', 1_536_000_000_000n],
    ['1e3', 1_000_000_000_000n],
    ['1E3', 1_000_000_000_000n],
    ['1e-3', 1_000_000n],
    ['1E', 10n ** 27n],
    ['8Ei', (2n ** 63n - 1n) * 10n ** 9n],
    ['100Ei', (2n ** 63n - 1n) * 10n ** 9n],
    ['1e-5000', 1n],
  ])('reads %j', (text, nano) => {
    expect(parsed(text).nano).toBe(nano);
  });

  it('reads numbers', () => {
    expect(parsed(0.5).nano).toBe(500_000_000n);
    expect(parsed(1e21).nano).toBe(10n ** 30n);
  });
});

describe('formatQuantity', () => {
  it.each([
    ['0', '0'],
    ['0Mi', '0'],
    ['1', '1'],
    ['+1', '+1'],
    ['01', '01'],
    ['1000m', '1'],
    ['0.5', '500m'],
    ['1.5', '1500m'],
    ['1024Ki', '1Mi'],
    ['1024', '1024'],
    ['0.5Gi', '512Mi'],
    ['1.5Gi', '1536Mi'],
    ['1000Ki', '1000Ki'],
    ['1023Ki', '1023Ki'],
    ['0.1Ki', '102400m'],
    ['1000', '1k'],
    ['1e3', '1e3'],
    ['12e4', '120e3'],
    ['1e0', '1e0'],
    ['1500000', '1500k'],
    ['-2000Mi', '-2000Mi'],
  ])('writes %s as %s', (text, canonical) => {
    expect(formatQuantity(parsed(text))).toBe(canonical);
  });

  it('keeps the value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.constantFrom('n', 'u', 'm', '', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e2'),
        (number, suffix) => {
          const quantity = parsed(`${number}${suffix}`);
          expect(parsed(formatQuantity(quantity)).nano).toBe(quantity.nano);
        },
      ),
      runs(),
    );
  });
});

describe('arithmetic', () => {
  it('compares values, not texts', () => {
    expect(compareQuantities(parsed('1000m'), parsed('1'))).toBe(0);
    expect(compareQuantities(parsed('1Mi'), parsed('1M'))).toBe(1);
    expect(compareQuantities(parsed('999m'), parsed('1'))).toBe(-1);
  });

  it('adds, and takes the format of the first term that is not zero', () => {
    expect(formatQuantity(addQuantities(parsed('0'), parsed('512Mi')))).toBe('512Mi');
    expect(formatQuantity(addQuantities(parsed('512Mi'), parsed('512Mi')))).toBe('1Gi');
    expect(formatQuantity(addQuantities(parsed('100m'), parsed('0.4')))).toBe('500m');
  });

  it('rounds away from zero', () => {
    expect(wholeUnits(parsed('100m'))).toBe(1n);
    expect(wholeUnits(parsed('-100m'))).toBe(-1n);
    expect(wholeUnits(parsed('2'))).toBe(2n);
  });

  it('sees fractions down to thousandths', () => {
    expect(isFractional(parsed('1.5'))).toBe(true);
    expect(isFractional(parsed('100m'))).toBe(true);
    expect(isFractional(parsed('0.9999999'))).toBe(false);
    expect(isFractional(parsed('1Gi'))).toBe(false);
  });

  it.each([
    ['9223372036854775', false],
    ['9300000000000001', true],
    ['9223372036854775807', false],
    ['12345678901234567890123', true],
    ['10Ei', false],
    ['1E', false],
    ['9e21', false],
    ['9223372036854775807e6', false],
  ])('of what no 64 bits hold, counts what they keep: %s', (text, fractional) => {
    expect(isFractional(parsed(text))).toBe(fractional);
  });

  it('counts whole units in 64 bits, too', () => {
    expect(['2Gi', '-1500m', '18446744073709551617', '1e20'].map((text) => countedUnits(parsed(text)))).toEqual([2n ** 31n, -2n, 1n, 0n]);
  });
});
