import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { insertField, removeField, renameKey, setValue } from '../../../server/language/writing/edits.ts';
import type { ManifestBody } from '../../../server/manifest/document.ts';
import type { Source } from '../../../server/manifest/source.ts';
import { type NodePath, valueAt } from '../../../server/plain/node-path.ts';
import { isRecord } from '../../../server/plain/record.ts';
import { runs } from '../../property-runs.ts';
import { apply } from '../../text.ts';
import { blockText, jsonText } from './random-yaml.ts';
import { sourceOf } from './source.ts';
import { pathsIn, without, withValue } from './values.ts';

const anyText = fc.oneof({ weight: 4, arbitrary: blockText }, { weight: 1, arbitrary: jsonText });
const values = fc.constantFrom<unknown>('text', 'a, b', '', 3, true, 'yes', '012', [1, 'x'], { k: { l: ['m'] } }, [{ k: 'v' }]);

/** The document after an edit, which must read without a fault. */
function after(text: string, edit: TextEdit): ManifestBody {
  const changed = apply(text, [edit]);
  const { body } = sourceOf(changed).document;
  expect(body.problems, changed).toEqual([]);
  return body;
}

/** A text, and one of the paths in it. */
const textAndPath = fc.tuple(anyText, fc.nat()).chain(([text, nat]) => {
  const paths = pathsIn(sourceOf(text).document.body.value);
  return fc.constant({ text, path: paths[nat % paths.length] ?? [] });
});

const commentsIn = (text: string) => text.match(/#\d+\./g) ?? [];

/**
 * The comments that stand neither in an entry, an item's dash included, nor behind it in its last line; where the only entry of
 * a map or list is removed, those outside of that.
 */
function commentsBeside(source: Source, path: NodePath, removed: boolean): readonly string[] {
  const { text, entry } = { text: source.document.body.text, entry: source.document.body.entry(path) };
  if (!entry) return [];
  const range = removed && entry.within.entries.length === 1 ? entry.within : entry.within.entries[entry.index];
  if (!range) return [];
  const end = range.start + text.slice(range.start, range.end).trimEnd().length;
  const rest = text.slice(end).replace(/^.*/, '');
  const before = text.slice(0, range.start);
  return [...commentsIn(removed ? before.replace(/-\s*(#.*\s*)*$/, '') : before), ...commentsIn(rest)];
}

/** What few write, and what an edit can break: anchors, merges, tags, keys with a question mark, pairs between brackets. */
const rareTexts = [
  'a: &x\n  b: 1\n  c: &y [1, 2]\nd: *x\ne: {f: *y, g: 1}\nh: 2\n',
  'a: &x {b: &y 1, c: 2}\nd:\n  <<: *x\n  e: *y\nf:\n  <<: *x\n',
  'a:\n  - &x\n    b: 1\n  - &y c\n  - *x\n  - d: *y\n',
  'a:\n  - &x b: 1\n    c: 2\n  - - - d\n    - e: 1\n      f: 2\n    -\n    - g\n',
  '? a\n: b\n? c\n: - d\n',
  'a: {? b : c, &x d: e}\ng: [h: 1, i: 2]\nj: [&y k, *y, {l}, {m: , n}]\n',
  'a: !!map\n  b: !!str\n  c: !!str 1\nd: &x\ne: *x\nf: ! g\nh:\n- !!str\n- &z\n- *z\n',
  '{"a":1,"b":[\t1,\t2 ],\t"c":\t{"d":\t"e"\t},"f":{}}',
  'a:\tb\nc: [\td,\te\t]\nf:\n  g:\t1\t# g\n  h:\t\n',
  'a: [b, # b\n  # c\n  c # c\n  , d # d\n  ]\ne: { # e\n  f: 1 # f\n  , g: 2 }\nh: { # h\n }\n',
  '%YAML 1.1\n---\na: b\nc:\n- d\n',
  'a: "b\nc"\nd: [e,\nf]\n',
];

describe('what is rarely written', () => {
  test.each(rareTexts.map((text) => [text]))('still reads after any edit, as asked where no alias is: %j', (text) => {
    const source = sourceOf(text);
    const { body } = source.document;
    const { value } = body;
    expect(body.problems).toEqual([]);
    const isPlain = !text.includes('*');
    const read = (edit: TextEdit | undefined) => (edit ? after(text, edit).value : undefined);
    for (const path of pathsIn(value)) {
      const parent = path.slice(0, -1);
      const results: readonly (readonly [unknown, unknown])[] = [
        [read(setValue(source, path, 'x')), withValue(value, path, 'x')],
        [read(setValue(source, path, [1])), withValue(value, path, [1])],
        [read(removeField(source, path)), without(value, path)],
        [read(insertField(source, [...path, 'new'], { x: 1 })), withValue(value, [...path, 'new'], { x: 1 })],
        [read(renameKey(source, path, 'new')), withValue(without(value, path), [...parent, 'new'], valueAt(value, path))],
      ];
      for (const [result, wanted] of results) if (isPlain && result !== undefined) expect(result, JSON.stringify(path)).toEqual(wanted);
    }
  });
});

describe('after an edit a document reads as asked, and nothing else has changed', () => {
  test('a value set', () => {
    fc.assert(
      fc.property(textAndPath, values, ({ text, path }, value) => {
        const source = sourceOf(text);
        const edit = setValue(source, path, value);
        expect(edit, text).toBeDefined();
        if (!edit) return;
        expect(after(text, edit).value).toEqual(withValue(source.document.body.value, path, value));
        expect(commentsIn(apply(text, [edit]))).toEqual(expect.arrayContaining([...commentsBeside(source, path, false)]));
      }),
      runs(300),
    );
  });

  test('a field or item removed', () => {
    fc.assert(
      fc.property(textAndPath, ({ text, path }) => {
        const source = sourceOf(text);
        const edit = removeField(source, path);
        expect(edit, text).toBeDefined();
        if (!edit) return;
        expect(after(text, edit).value).toEqual(without(source.document.body.value, path));
        expect(commentsIn(apply(text, [edit]))).toEqual(expect.arrayContaining([...commentsBeside(source, path, true)]));
      }),
      runs(300),
    );
  });

  test('a field inserted', () => {
    fc.assert(
      fc.property(textAndPath, fc.constantFrom(['new'], ['new', 'inner'], []), values, ({ text, path }, names, value) => {
        const source = sourceOf(text);
        const place = [...path, ...names];
        const before = source.document.body.value;
        const edit = insertField(source, place, value);
        const there = valueAt(before, path);
        const fits = names.length ? isRecord(there) || there === null : there === null && typeof path.at(-1) === 'string';
        expect(edit !== undefined, `${text}\n${JSON.stringify(place)}`).toBe(fits);
        if (!edit) return;
        expect(after(text, edit).value).toEqual(withValue(before, place, value));
        expect(commentsIn(apply(text, [edit]))).toEqual(commentsIn(text));
      }),
      runs(300),
    );
  });

  test('a key renamed', () => {
    fc.assert(
      fc.property(textAndPath, fc.constantFrom('new', 'a', 'with: colon', 'it\'s "so"', 'yes'), ({ text, path }, name) => {
        const source = sourceOf(text);
        const before = source.document.body.value;
        const place = [...path.slice(0, -1), name];
        const edit = renameKey(source, path, name);
        expect(edit !== undefined).toBe(typeof path.at(-1) === 'string' && valueAt(before, place) === undefined);
        if (!edit) return;
        expect(after(text, edit).value).toEqual(withValue(without(before, path), place, valueAt(before, path)));
        expect(commentsIn(apply(text, [edit]))).toEqual(commentsIn(text));
      }),
      runs(300),
    );
  });
});

test('a field inserted and removed again leaves the value as it was', () => {
  fc.assert(
    fc.property(textAndPath, values, ({ text, path }, value) => {
      const source = sourceOf(text);
      if (!isRecord(valueAt(source.document.body.value, path))) return;
      const inserted = insertField(source, [...path, 'new'], value);
      const withField = inserted ? apply(text, [inserted]) : '';
      const removed = removeField(sourceOf(withField), [...path, 'new']);
      expect(removed, withField).toBeDefined();
      if (removed) expect(after(withField, removed).value).toEqual(source.document.body.value);
    }),
    runs(300),
  );
});
