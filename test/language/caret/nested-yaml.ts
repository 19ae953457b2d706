import fc from 'fast-check';
import { parseManifests } from '../../../server/manifest/parse.ts';
import type { NodePath } from '../../../server/plain/node-path.ts';

/** Lists and objects in one another; every scalar is `x`, every key `k` with a number. */
export type Nested = 'x' | readonly Nested[] | { readonly [key: string]: Nested };

export const nested: fc.Arbitrary<Nested> = fc.letrec<{ value: Nested }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant<Nested>('x'),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc
      .array(tie('value'), { minLength: 1, maxLength: 3 })
      .map((values) => Object.fromEntries(values.map((value, index) => [`k${index}`, value]))),
  ),
})).value;

/** The lines of a value in block style, an item of an item behind its dash. */
export function blockLines(value: Nested): readonly string[] {
  if (value === 'x') return ['x'];
  if (isList(value)) return value.flatMap((item) => blockLines(item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`));
  return Object.entries(value).flatMap(([key, entry]) =>
    entry === 'x' ? [`${key}: x`] : [`${key}:`, ...blockLines(entry).map((line) => `  ${line}`)],
  );
}

/** The same in flow style on one line. */
export function flowText(value: Nested): string {
  if (value === 'x') return value;
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([key, entry]) => `${key}: ${flowText(entry)}`)
    .join(', ')}}`;
}

function isList(value: Nested): value is readonly Nested[] {
  return Array.isArray(value);
}

/** Where each `x` of a text stands, and at which path a reader of YAML finds it. */
export function scalarsOf(text: string): readonly { readonly offset: number; readonly path: NodePath }[] {
  const body = parseManifests(text).documents[0]?.body;
  return [...text.matchAll(/x/g)].flatMap(({ index }) => (body ? [{ offset: index, path: body.pathAt(index).path }] : []));
}
