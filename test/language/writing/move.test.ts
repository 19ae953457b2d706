import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moveField, moveItem } from '../../../server/language/writing/move.ts';
import { type NodePath, valueAt } from '../../../server/plain/node-path.ts';
import { isRecord } from '../../../server/plain/record.ts';
import { runs } from '../../property-runs.ts';
import { apply } from '../../text.ts';
import { blockText, jsonText } from './random-yaml.ts';
import { sourceOf } from './source.ts';
import { without, withValue } from './values.ts';

describe('moveField', () => {
  test.each<readonly [string, NodePath, NodePath, string, string | undefined]>([
    [
      'takes the comment of the line along',
      ['a', 'x'],
      ['b'],
      'a:\n  x: 1 # x\n  c: 2\nb:\n  d: 3\n',
      'a:\n  c: 2\nb:\n  x: 1 # x\n  d: 3\n',
    ],
    ['further inside', ['x'], ['a', 'b'], 'a:\n  b:\n    c: 1\nx:\n  - y\n  - z\n', 'a:\n  b:\n    x:\n      - y\n      - z\n    c: 1\n'],
    [
      'further outside',
      ['a', 'b', 'x'],
      ['a'],
      'a:\n  b:\n    x:\n      # y\n      y: 1\n    c: 2\n',
      'a:\n  x:\n    # y\n    y: 1\n  b:\n    c: 2\n',
    ],
    [
      'with a block of text',
      ['a', 'x'],
      ['b'],
      'a:\n  x: |\n    one\n\n      two\n  c: 1\nb:\n',
      'a:\n  c: 1\nb:\n  x: |\n    one\n\n      two\n',
    ],
    ['out of an item', ['a', 0, 'x'], [], 'a:\n  - x: 1\n    b: 2\n', 'x: 1\na:\n  - b: 2\n'],
    ['into an item', ['x'], ['a', 0], 'a:\n  - b: 2\nx: 1\n', 'a:\n  - x: 1\n    b: 2\n'],
    ['into an object that is not there', ['x'], ['a', 'b'], 'a:\n  c: 1\nx: 2\n', 'a:\n  b:\n    x: 2\n  c: 1\n'],
    ['into an object that would stand in its place', ['a', 'x'], ['a', 'b'], 'a:\n  x: 1\n  c: 2\n', 'a:\n  b:\n    x: 1\n  c: 2\n'],
    ['into an object beside it as the only field', ['a', 'x'], ['a', 'b'], 'a:\n  x: 1\nc: 2\n', 'a:\n  b:\n    x: 1\nc: 2\n'],
    ['below the empty key before it', ['a', 'x'], ['a', 'b'], 'a:\n  b:\n  x: 1\n  c: 2\n', 'a:\n  b:\n    x: 1\n  c: 2\n'],
    ['out of braces', ['a', 'x'], ['b'], 'a: {x: [1, 2], c: 3}\nb:\n  d: 4\n', 'a: {c: 3}\nb:\n  x:\n    - 1\n    - 2\n  d: 4\n'],
    ['into braces', ['x'], ['a'], 'a: {b: 1}\nx:\n  z: 2 # z\n', 'a: {"x": {"z": 2}, b: 1}\n'],
    ['in JSON', ['a', 'x'], ['b'], '{"a": {"x": 1, "c": 2}, "b": {}}', '{"a": {"c": 2}, "b": {"x": 1}}'],
    ['not into itself', ['a'], ['a', 'b'], 'a:\n  b:\n    c: 1\n', undefined],
    ['not where there is such a field', ['x'], ['a'], 'a:\n  x: 1\nx: 2\n', undefined],
    ['not into a scalar', ['x'], ['a'], 'a: 1\nx: 2\n', undefined],
    ['not away from an alias of what it holds', ['x'], ['a'], 'a:\n  b: 1\nx: &x 1\nc: *x\n', undefined],
    ['not before what it has an alias of', ['x'], ['a'], 'a:\n  b: 1\nc: &c 1\nx: *c\n', undefined],
  ])('%s', (_, path, object, before, after) => {
    const edits = moveField(sourceOf(before), path, object);
    expect(edits && apply(before, edits)).toBe(after);
  });

  test('in a file of Windows', () => {
    const before = 'a:\r\n  x:\r\n    - 1\r\n    - 2\r\n  c: 3\r\nb:\r\n';
    const edits = moveField(sourceOf(before), ['a', 'x'], ['b']);
    expect(apply(before, edits ?? [])).toBe('a:\r\n  c: 3\r\nb:\r\n  x:\r\n    - 1\r\n    - 2\r\n');
  });

  test('moves a field with its value to any object, and no other', () => {
    const text = fc.oneof({ weight: 4, arbitrary: blockText }, { weight: 1, arbitrary: jsonText });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (before, which, where) => {
        const source = sourceOf(before);
        const objects = objectsIn(source.document.body.value);
        const [path = [], fields] = objects[which % objects.length] ?? [];
        const [object = []] = objects[where % objects.length] ?? [];
        const names = Object.keys(fields ?? {});
        const name = names[which % names.length];
        if (name === undefined) return;
        const edits = moveField(source, [...path, name], object);
        const [, target] = objects[where % objects.length] ?? [];
        const isInside = [...path, name].every((segment, index) => object[index] === segment);
        expect(edits !== undefined, before).toBe(!isInside && !Object.hasOwn(target ?? {}, name));
        if (!edits) return;
        const after = apply(before, edits);
        const { body } = sourceOf(after).document;
        expect(body.problems, after).toEqual([]);
        const value = source.document.body.value;
        const moved = valueAt(value, [...path, name]);
        expect(body.value).toEqual(withValue(without(value, [...path, name]), [...object, name], moved));
      }),
      runs(300),
    );
  });
});

describe('moveItem', () => {
  test.each<readonly [string, NodePath, NodePath, string, string | undefined]>([
    [
      'before the items of a list',
      ['a', 1],
      ['b'],
      'a:\n  - c: 1\n  - d: 2\n    e: 3\nb:\n  - f: 4\n',
      'a:\n  - c: 1\nb:\n  - x: 1\n    d: 2\n    e: 3\n  - f: 4\n',
    ],
    [
      'to a list that is not there',
      ['a', 0],
      ['b', 'c'],
      'a:\n- d: 1 # d\n- e: 2\nb:\n  f: 3\n',
      'a:\n- e: 2\nb:\n  c:\n    - x: 1\n      d: 1 # d\n  f: 3\n',
    ],
    ['to an empty list', ['a', 0], ['b'], 'a:\n- d: 1\n- e: 2\nb: []\n', 'a:\n- e: 2\nb:\n  - x: 1\n    d: 1\n'],
    ['as the last one', ['a', 0], ['b'], 'a:\n- d: 1\nb:\n- e: 2\n', 'a: []\nb:\n- x: 1\n  d: 1\n- e: 2\n'],
    ['between brackets', ['a', 0], ['b'], 'a: [{d: 1}, {e: 2}]\nb: [3]\n', 'a: [{e: 2}]\nb: [{"x": 1, "d": 1}, 3]\n'],
    [
      'in braces of its own',
      ['a', 0],
      ['b'],
      'a:\n- {d: 1, e: [2]} # d\n- {}\nb:\n- 3\n',
      'a:\n- {}\nb:\n- {x: 1, d: 1, e: [2]} # d\n- 3\n',
    ],
    ['in empty braces', ['a', 0], ['b'], 'a:\n- {}\n- 1\n', 'b:\n  - {x: 1}\na:\n- 1\n'],
    ['out of brackets', ['a', 0], ['b'], 'a: [{d: 1}, {e: 2}]\nb:\n- 3\n', 'a: [{e: 2}]\nb:\n- x: 1\n  d: 1\n- 3\n'],
    ['in JSON, where the list is not there', ['a', 0], ['b'], '{"a": [{"d": 1}, 2]}', '{"b": [{"x": 1, "d": 1}], "a": [2]}'],
    ['not what has the field', ['a', 0], ['b'], 'a:\n- x: 1\n- e: 2\n', undefined],
    ['not what is no object', ['a', 0], ['b'], 'a:\n- 1\n- e: 2\n', undefined],
    ['not into an object', ['a', 0], ['b'], 'a:\n- d: 1\n- e: 2\nb:\n  c: 1\n', undefined],
  ])('%s', (_, path, list, before, after) => {
    const edits = moveItem(sourceOf(before), path, list, 'x', 1);
    expect(edits && apply(before, edits)).toBe(after);
  });
});

/** Every object of a value with its path. */
function objectsIn(value: unknown, path: NodePath = []): readonly (readonly [NodePath, Readonly<Record<string, unknown>>])[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsIn(item, [...path, index]));
  if (!isRecord(value)) return [];
  return [[path, value], ...Object.entries(value).flatMap(([name, entry]) => objectsIn(entry, [...path, name]))];
}
