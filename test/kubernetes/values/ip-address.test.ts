import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatIPAddress, parseIPAddress } from '../../../server/kubernetes/values/ip-address.ts';
import { runs } from '../../property-runs.ts';

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['010.0.0.1', '10.0.0.1'],
  ['::', '::'],
  ['::1', '::1'],
  ['1::', '1::'],
  ['FE80:0:0::1', 'fe80::1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
  ['0:0:0:0:0:ffff:1.2.3.4', '1.2.3.4'],
  ['::1.2.3.4', '::102:304'],
])('%s is %s', (text, canonical) => {
  const address = parseIPAddress(text);
  expect(address && formatIPAddress(address)).toBe(canonical);
});

test.each([
  '',
  'a',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.256',
  '1.2.3.4:80',
  '[::1]',
  ':',
  ':1',
  '1:',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  'fe80::1%eth0',
  '::g',
  '::12345',
  '1.2.3.4::',
  ' 1.2.3.4',
])('%j is no address', (text) => {
  expect(parseIPAddress(text)).toBeUndefined();
});

test('tells what today is written otherwise', () => {
  expect(parseIPAddress('010.0.0.1')).toMatchObject({ padded: true, mapped: false });
  expect(parseIPAddress('00001::')).toMatchObject({ padded: true });
  expect(parseIPAddress('::ffff:1.2.3.4')).toMatchObject({ padded: false, mapped: true });
  expect(parseIPAddress('10.0.0.1')).toMatchObject({ padded: false, mapped: false });
});

test('reads what it writes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const address = parseIPAddress(text);
      expect(address).toBeDefined();
      const again = address && parseIPAddress(formatIPAddress(address));
      expect(again?.bytes.slice(-4)).toEqual(address?.bytes.slice(-4));
      expect(again && formatIPAddress(again)).toBe(address && formatIPAddress(address));
    }),
    runs(),
  );
});
