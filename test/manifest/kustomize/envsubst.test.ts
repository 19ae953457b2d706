import { expect, test } from 'vitest';
import { piecesOf } from '../../../server/manifest/kustomize/envsubst.ts';
import { substituted } from '../../../server/manifest/kustomize/flux-variables.ts';

const known = { values: { REGION: 'north', COUNT: '3', EMPTY: '' }, isWhole: true, open: [] };

/** What fluxcd/pkg/envsubst 1.4 itself made of these, where it is no function of a variable. */
test.each([
  [`a $x $(x) \${REGION}`, 'a $x $(x) north'],
  [`$$ and $$x and $\${x} $$$ $$$\${x} $$$$`, `$ and $x and \${x} $$ $\${x} $$`],
  [`\${x:-y} \${x:+y} \${x=y} \${x:=y} \${A:?not set}`, 'y y y y not set'],
  [`\${REGION:+y} \${REGION:-y}`, 'north north'],
  [`\${A:=\${B:=c}} \${A:=x\${REGION}y}`, 'c xnorthy'],
  [`\${A:=}|\${A:=$B}|\${A:-"it's"}`, `|$B|"it's"`],
  ['a}b{c $', 'a}b{c $'],
  [`\${A:-a}b}`, 'ab}'],
  [`\${x:-$(date)}`, '$(date)'],
  [`\${A:-a\\}b}`, 'a\\b}'],
])('%s becomes %s', (text, filled) => {
  expect(substituted(text, known)).toBe(filled);
});

const braced = (inner: string) => `\${${inner}}`;

test.each(['x-y', 'x+y', 'list[@]', '#', '@', '!x', 'x/a', 'x@Q', '', ' x', 'A,,B', '$', '?', 'x\n'])(
  'it cannot read %j between braces',
  (inner) => {
    const text = `\${REGION} ${braced(inner)}`;
    expect(piecesOf(text)[2]).toMatchObject({ unreadable: true, start: 10 });
    expect(substituted(text, known)).toBe(text);
  },
);

test('a brace that is not closed is not read, up to the end of its line', () => {
  expect(piecesOf('a ${x y\nb')).toEqual(['a ', { unreadable: true, start: 2, end: 7 }, '\nb']);
});

test.each([
  ['x', 'x', ''],
  ['1', '1', ''],
  ['#x', 'x', 'length'],
  ['x%.*', 'x', '%'],
  ['x%%.*', 'x', '%%'],
  ['x##*/', 'x', '##'],
  ['x//a/b', 'x', '//'],
  ['x/n/', 'x', '/'],
  ['x:0:3', 'x', ':'],
  ['x: -1', 'x', ':'],
  ['x,,', 'x', ',,'],
  ['x^', 'x', '^'],
])('it reads %s between braces', (inner, name, change) => {
  expect(piecesOf(`a ${braced(inner)} b`)).toEqual(['a ', { name, change, otherwise: [], start: 2, end: 5 + inner.length }, ' b']);
});
