import { describe, expect, it } from 'vitest';
import { isFloat, plainScalar, taggedScalar } from '../../server/manifest/scalars.ts';

describe('plainScalar', () => {
  it.each([
    ['y', true],
    ['Yes', true],
    ['ON', true],
    ['True', true],
    ['n', false],
    ['off', false],
    ['NO', false],
    ['yEs', 'yEs'],
    ['', null],
    ['~', null],
    ['Null', null],
    ['nUll', 'nUll'],
    ['.inf', Number.POSITIVE_INFINITY],
    ['-.Inf', Number.NEGATIVE_INFINITY],
    ['+.INF', Number.POSITIVE_INFINITY],
    ['.NaN', Number.NaN],
  ])('reads the word %j as %j', (text, value) => {
    expect(plainScalar(text)).toBe(value);
  });

  it.each([
    ['0', 0],
    ['-0', 0],
    ['+2', 2],
    ['012', 10],
    ['0o12', 10],
    ['08', 8],
    ['0x1F', 31],
    ['-0x1f', -31],
    ['0b101', 5],
    ['-0b11', -3],
    ['1_000', 1000],
    ['1__0_', 10],
    ['2.0', 2],
    ['1.', 1],
    ['.5', 0.5],
    ['+.5', 0.5],
    ['1e3', 1000],
    ['1.5E-2', 0.015],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['18446744073709551615', 18446744073709551615n],
    ['18446744073709551616', 18446744073709552000],
    ['-9223372036854775808', -9223372036854775808n],
  ])('reads the number %s as %s', (text, value) => {
    const read = plainScalar(text);
    expect(read === 0 ? 0 : read).toBe(value);
  });

  it.each([
    '0x',
    '0o8',
    '0b2',
    '_1',
    '1e',
    '1e400',
    '._5',
    '.5_5',
    '12:30:45',
    '1:30',
    '2026-01-01',
    '1.2.3',
    '+',
    '-',
    '.',
    '1 000',
    '٣',
    '0x1p4',
    'Infinity',
    'NaN',
  ])('leaves %j as text', (text) => {
    expect(plainScalar(text)).toBe(text);
  });
});

describe('taggedScalar', () => {
  const tag = (name: string) => `tag:yaml.org,2002:${name}`;

  it.each([
    [tag('str'), 'yes', 'yes'],
    [tag('int'), '3', 3],
    [tag('float'), '3', 3],
    [tag('bool'), 'on', true],
    [tag('null'), '~', null],
    [tag('timestamp'), '2026-01-01', '2026-01-01'],
    [tag('binary'), 'aGk=', 'hi'],
    ['!', 'yes', 'yes'],
    ['!custom', '5', '5'],
  ])('reads %s %j as %j', (name, text, value) => {
    expect(taggedScalar(name, text)).toEqual({ ok: true, value });
  });

  it.each([
    [tag('int'), 'x', 'yaml-tag-mismatch'],
    [tag('int'), '1.5', 'yaml-tag-mismatch'],
    [tag('bool'), '1', 'yaml-tag-mismatch'],
    [tag('null'), 'x', 'yaml-tag-mismatch'],
    [tag('timestamp'), 'x', 'yaml-tag-mismatch'],
    [tag('binary'), 'a!', 'yaml-base64'],
  ])('refuses %s %j', (name, text, code) => {
    expect(taggedScalar(name, text)).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('isFloat', () => {
  it.each([
    ['1', undefined, false],
    ['0x1f', undefined, false],
    ['1_0', undefined, false],
    ['1.0', undefined, true],
    ['1e3', undefined, true],
    ['18446744073709551616', undefined, true],
    ['1', 'tag:yaml.org,2002:float', true],
  ])('of %j with the tag %j is %j', (text, tag, expected) => {
    expect(isFloat(text, tag)).toBe(expected);
  });
});
