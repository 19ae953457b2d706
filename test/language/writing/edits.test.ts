import { describe, expect, test } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import {
  insertEntry,
  insertField,
  isFlow,
  isJson,
  removeField,
  renameKey,
  replaceLines,
  replaceValue,
  setValue,
} from '../../../server/language/writing/edits.ts';
import type { Source } from '../../../server/manifest/source.ts';
import type { NodePath } from '../../../server/plain/node-path.ts';
import { apply } from '../../text.ts';
import { sourceOf } from './source.ts';

/** The text after an edit; undefined where it cannot be made. */
function edited(text: string, edit: (source: Source) => TextEdit | undefined): string | undefined {
  const made = edit(sourceOf(text));
  return made && apply(text, [made]);
}

/** What is edited, where, the text before and after. */
type Case = readonly [name: string, path: NodePath, before: string, after: string | undefined];

describe('replaceValue puts x', () => {
  test.each<Case>([
    ['for a scalar, before its comment', ['a'], 'a: 1 # one\nb: 2\n', 'a: x # one\nb: 2\n'],
    ['for a scalar in quotes', ['a'], 'a: "1"\n', 'a: x\n'],
    ['for a scalar of several lines', ['a'], 'a: one\n  two\nb: 2\n', 'a: x\nb: 2\n'],
    ['for a block of text', ['a'], 'a: |-\n  one\n\n  two\n\nb: 2\n', 'a: x\n\nb: 2\n'],
    ['for a list between brackets', ['a'], 'a: [1,\n  2] # list\n', 'a: x # list\n'],
    ['behind the key of an object', ['a'], 'a:\n  b: 1\n  c: 2\nd: 3\n', 'a: x\nd: 3\n'],
    ['behind the key of a list whose dashes stand below it', ['a'], 'a:\n- 1\n- 2\nd: 3\n', 'a: x\nd: 3\n'],
    ['behind a key, before its comment', ['a'], 'a: # note\n  # more\n  b: 1\n', 'a: x # note\n  # more\n'],
    ['where nothing stands', ['a'], 'a:\nb: 2\n', 'a: x\nb: 2\n'],
    ['where nothing but a comment stands', ['a'], 'a:  # none\nb: 2\n', 'a: x  # none\nb: 2\n'],
    ['where nothing stands at the end of the file', ['a'], 'a:', 'a: x'],
    ['for an item', ['a', 1], 'a:\n  - 1\n  - b: 2\n    c: 3\n  - 4\n', 'a:\n  - 1\n  - x\n  - 4\n'],
    ['for an item that is nothing', ['a', 0], 'a:\n  -\n  - 2\n', 'a:\n  - x\n  - 2\n'],
    ['for an item of a list in a list', ['a', 0, 0], 'a:\n  - - 1\n    - 2\n', 'a:\n  - - x\n    - 2\n'],
    ['for the last item of a file without a line break', ['a', 0], 'a:\n  - 1', 'a:\n  - x'],
    ['between braces', ['a', 'b'], 'a: {b: [1, 2], c: 3}\n', 'a: {b: x, c: 3}\n'],
    ['for nothing between braces', ['a', 'b'], 'a: {b: , c: 3}\n', 'a: {b: x , c: 3}\n'],
    ['behind a lone key between braces', ['a', 'b'], 'a: {b, c: 3}\n', 'a: {b: x, c: 3}\n'],
    ['for what stands behind tabs', ['b', 0], 'a:\t1\nb: [\t1,\t2 ]\n', 'a:\t1\nb: [\tx,\t2 ]\n'],
    ['for a value with an anchor, which stays', ['a'], 'a: &one 1\nb: *one\n', 'a: &one x\nb: *one\n'],
    ['for an alias', ['b'], 'a: &one 1\nb: *one\n', 'a: &one 1\nb: x\n'],
    ['where an alias leads', ['c', 'b'], 'a: &one\n  b: 1\nc: *one\n', 'a: &one\n  b: x\nc: *one\n'],
    ['where a merge leads', ['c', 'b'], 'a: &one\n  b: 1\nc:\n  <<: *one\n', 'a: &one\n  b: x\nc:\n  <<: *one\n'],
    ['not for what holds an anchor that is needed', ['a'], 'a:\n  b: &one 1\nc: *one\n', undefined],
    ['not for a tag without a value', ['a'], 'a: !!str\nb: 1\n', undefined],
    ['not where there is no such field', ['b'], 'a: 1\n', undefined],
  ])('%s', (_, path, before, after) => {
    expect(edited(before, (source) => replaceValue(source, path, 'x'))).toBe(after);
  });

  test('in a file of Windows', () => {
    expect(edited('a:\r\n  - 1\r\n  - 2\r\nb: 3\r\n', (source) => replaceValue(source, ['a'], 'x'))).toBe('a: x\r\nb: 3\r\n');
  });
});

describe('setValue', () => {
  test.each<readonly [string, NodePath, unknown, string, string | undefined]>([
    ['replaces what is there', ['a'], 2, 'a: 1\n', 'a: 2\n'],
    ['puts in what is not', ['b'], 2, 'a: 1\n', 'b: 2\na: 1\n'],
    ['quotes what would be read as something else', ['a'], 'yes', 'a: 1\n', 'a: "yes"\n'],
    ['quotes a comma, which ends a value between braces', ['a', 'b'], 'c, d', 'a: {b: 1}\n', 'a: {b: "c, d"}\n'],
    ['quotes every word in JSON', ['a'], 'word', '{"a": 1}', '{"a": "word"}'],
    ['writes a list in one line in place of a value', ['a'], ['b', 1], 'a: 1\n', 'a: ["b", 1]\n'],
    [
      'writes a list in lines where there is nothing',
      ['a'],
      [{ b: 1, c: 2 }],
      'a: # none\nd: 1\n',
      'a: # none\n  - b: 1\n    c: 2\nd: 1\n',
    ],
    ['writes an object in lines in place of an empty one', ['a', 0], { b: { c: 1 } }, 'a:\n- {}\n', 'a:\n- b:\n    c: 1\n'],
    ['keeps the digits of a large number', ['a'], 9007199254740993n, 'a: 1\n', 'a: 9007199254740993\n'],
  ])('%s', (_, path, value, before, after) => {
    expect(edited(before, (source) => setValue(source, path, value))).toBe(after);
  });
});

describe('replaceLines', () => {
  test.each<Case>([
    ['puts lines in the column of an object', ['a'], 'a:\r\n    b: 1\r\nc: 2\r\n', 'a:\r\n    x:\r\n      y\r\nc: 2\r\n'],
    ['puts lines behind a dash', ['a', 0], 'a:\n- b: 1\n', 'a:\n- x:\n    y\n'],
    ['puts none between braces', ['a'], 'a: {b: 1}\n', undefined],
    ['puts none for a scalar', ['a'], 'a: 1\n', undefined],
    ['puts none where an anchor is needed', ['a'], 'a:\n  b: &b 1\nc: *b\n', undefined],
  ])('%s', (_, path, before, after) => {
    expect(edited(before, (source) => replaceLines(source, path, 'x:\n  y'))).toBe(after);
  });
});

describe('renameKey makes x', () => {
  test.each<Case>([
    ['of a key', ['a'], 'a : 1 # a\n', 'x : 1 # a\n'],
    ['of one in double quotes', ['a'], '"a": 1\n', '"x": 1\n'],
    ['of one in single quotes', ['a'], "'a': 1\n", "'x': 1\n"],
    ['of the first key of an item', ['a', 0, 'b'], 'a:\n  - b: 1\n', 'a:\n  - x: 1\n'],
    ['of one behind a question mark', ['a'], '? a\n: 1\n', '? x\n: 1\n'],
    ['of one between braces', ['a', 'b'], 'a: {"b":1}\n', 'a: {"x":1}\n'],
    ['of a key in JSON', ['a'], '{"a":1}', '{"x":1}'],
    ['of one with an anchor, which stays', ['a'], '&one a: 1\n', '&one x: 1\n'],
    ['not of an item', ['a', 0], 'a:\n  - b: 1\n', undefined],
    ['not of a key beside which it stands', ['a'], 'a: 1\nx: 2\n', undefined],
    ['not of an alias', ['b'], 'a: &one b\n*one : 2\n', undefined],
    ['not of what is not there', ['b'], 'a: 1\n', undefined],
  ])('%s', (_, path, before, after) => {
    expect(edited(before, (source) => renameKey(source, path, 'x'))).toBe(after);
  });

  test('puts a name in quotes that needs them', () => {
    expect(edited("a: 1\n'b': 2\n", (source) => renameKey(source, ['a'], 'c: d'))).toBe(`"c: d": 1\n'b': 2\n`);
    expect(edited("a: 1\n'b': 2\n", (source) => renameKey(source, ['b'], "it's"))).toBe("a: 1\n'it''s': 2\n");
  });
});

describe('removeField takes out', () => {
  test.each<Case>([
    ['a field with its comment', ['b'], 'a: 1\nb: 2 # two\nc: 3\n', 'a: 1\nc: 3\n'],
    ['a field with all of its lines', ['a'], 'a:\n  b: |\n    one\n\n    two\nc: 3\n', 'c: 3\n'],
    ['a list whose dashes stand below its key', ['a'], 'a:\n- 1\n- 2\nb: 3\n', 'b: 3\n'],
    ['a field without a value', ['a'], 'a:\nb: 3\n', 'b: 3\n'],
    ['the last field of a file without a line break', ['b'], 'a: 1\nb: 2', 'a: 1\n'],
    ['no comment in a line of its own', ['b'], '# a\na: 1\n# b\nb: 2\n# c\nc: 3\n', '# a\na: 1\n# b\n# c\nc: 3\n'],
    ['no line that is empty', ['b'], 'a: 1\n\nb: 2\n\nc: 3\n', 'a: 1\n\n\nc: 3\n'],
    ['the only field of an object', ['a', 'b'], 'a:\n  b: 1\nc: 2\n', 'a: {}\nc: 2\n'],
    ['the only item of a list', ['a', 0], 'a: # none\n- 1\nc: 2\n', 'a: [] # none\nc: 2\n'],
    ['the only field of an item', ['a', 0, 'b'], 'a:\n  - b: 1 # one\n  - c: 2\n', 'a:\n  - {}\n  - c: 2\n'],
    ['the only field of a document', ['a'], 'a: 1\n', '{}\n'],
    ['the first field behind a dash', ['a', 0, 'b'], 'a:\n  - b: 1 # one\n    c: 2\n', 'a:\n  - c: 2\n'],
    ['the first behind a dash, before an empty line', ['a', 0, 'b'], 'a:\n  - b: 1\n\n    c: 2\n', 'a:\n  - c: 2\n'],
    ['the first behind a dash, before a comment', ['a', 0, 'b'], 'a:\n  - b: 1\n    # two\n    c: 2\n', 'a:\n  - # two\n    c: 2\n'],
    ['the first behind a dash, in several lines', ['a', 0, 'b'], 'a:\n- b:\n  - 1\n  c: 2\n', 'a:\n- c: 2\n'],
    ['an item', ['a', 1], 'a:\n  - 1\n  # two\n  - b: 2\n    c: 3\n  - 4\n', 'a:\n  - 1\n  # two\n  - 4\n'],
    ['an item that is nothing', ['a', 0], 'a:\n  -\n  - 2\n', 'a:\n  - 2\n'],
    ['an item below its dash', ['a', 1], 'a:\n  - 1\n  -\n    # two\n    b: 2\n  - 3\n', 'a:\n  - 1\n  - 3\n'],
    ['the first item of a list in a list', ['a', 0, 0], 'a:\n  - - 1\n    - 2\n', 'a:\n  - - 2\n'],
    ['a later item of a list in a list', ['a', 0, 1], 'a:\n  - - 1\n    - 2\n', 'a:\n  - - 1\n'],
    ['the first field between braces', ['a', 'b'], 'a: {b: 1, c: 2}\n', 'a: {c: 2}\n'],
    ['the last field between braces', ['a', 'c'], 'a: { b: 1, c: 2 }\n', 'a: { b: 1 }\n'],
    ['the only field between braces', ['a', 'b'], 'a: { b: 1, }\n', 'a: {}\n'],
    ['a field without a value between braces', ['a', 'b'], 'a: {b: , c}\n', 'a: {c}\n'],
    ['the only pair between brackets', ['a', 0, 'b'], 'a: [b: 1, c: 2]\n', 'a: [{}, c: 2]\n'],
    ['a field of JSON with its line', ['a'], '{\n  "a": 1,\n  "b": 2\n}', '{\n  "b": 2\n}'],
    ['the last field of JSON with the comma before', ['b'], '{\n  "a": 1,\n  "b": 2\n}', '{\n  "a": 1\n}'],
    ['an item between tabs', ['a', 0], 'a: [\t1,\t2 ]\n', 'a: [\t2 ]\n'],
    ['the comment of an item, not those of others', ['a', 0], 'a: [1, # one\n  # two\n  2]\n', 'a: [\n  # two\n  2]\n'],
    ['the last item, not the comment before', ['a', 1], 'a: [1, # one\n  2]\n', 'a: [1 # one\n]\n'],
    ['nothing with an anchor that is needed', ['a'], 'a: {b: &one 1}\nc: *one\n', undefined],
    ['what an alias stands for nothing of', ['b'], 'a: &one 1\nb: *one\n', 'a: &one 1\n'],
    ['no item behind an anchor between brackets', ['a', 0], 'a: [&one 1, 2]\n', undefined],
    ['no key behind a question mark between braces', ['a', 'c'], 'a: {b: 1, ? c : 2}\n', undefined],
    ['no key behind a question mark', ['a'], '? a\n: 1\nb: 2\n', undefined],
    ['nothing that is not there', ['b'], 'a: 1\n', undefined],
  ])('%s', (_, path, before, after) => {
    expect(edited(before, (source) => removeField(source, path))).toBe(after);
  });

  test('lines of Windows', () => {
    const before = 'a:\r\n  - b: 1\r\n    c: 2\r\nd: 3\r\n';
    expect(edited(before, (source) => removeField(source, ['a', 0, 'b']))).toBe('a:\r\n  - c: 2\r\nd: 3\r\n');
    expect(edited(before, (source) => removeField(source, ['a']))).toBe('d: 3\r\n');
  });
});

describe('insertField puts x', () => {
  test.each<Case>([
    ['before the first field', ['a', 'x'], 'a:\n  b: 2\n', 'a:\n  x: 1\n  b: 2\n'],
    [
      'before the comment above the first field',
      ['a', 'x'],
      'a: # a\n\n  # b\n  # 2\n  b: 2\n',
      'a: # a\n\n  x: 1\n  # b\n  # 2\n  b: 2\n',
    ],
    ['below the comment at the head of a file', ['x'], '# head\na: 1\n', '# head\nx: 1\na: 1\n'],
    ['into a file without a line break at its end', ['a', 'x'], 'a:\n  b: 2', 'a:\n  x: 1\n  b: 2'],
    ['behind a dash', ['a', 0, 'x'], 'a:\n  - b: 2\n    c: 3\n', 'a:\n  - x: 1\n    b: 2\n    c: 3\n'],
    ['into an item below its dash', ['a', 0, 'x'], 'a:\n  -\n    b: 2\n', 'a:\n  -\n    x: 1\n    b: 2\n'],
    ['before a key in quotes', ['a', 'x'], 'a:\n  "b: c": 2\n', 'a:\n  x: 1\n  "b: c": 2\n'],
    ['before a merge', ['b', 'x'], 'a: &one {c: 1}\nb:\n  <<: *one\n', 'a: &one {c: 1}\nb:\n  x: 1\n  <<: *one\n'],
    ['below a key without a value', ['a', 'x'], 'a:\nb: 2\n', 'a:\n  x: 1\nb: 2\n'],
    ['below a key with a comment alone', ['a', 'x'], 'a: # none\nb: 2\n', 'a: # none\n  x: 1\nb: 2\n'],
    ['below a key at the end of the file', ['a', 'x'], 'b: 2\na:', 'b: 2\na:\n  x: 1'],
    ['in place of null', ['a', 'x'], 'a: null # none\nb: 2\n', 'a: # none\n  x: 1\nb: 2\n'],
    ['in place of a null in the next line', ['a', 'x'], 'a:\n  ~\nb: 2\n', 'a:\n  x: 1\nb: 2\n'],
    ['in place of an empty object', ['a', 'x'], 'a: { } # none\nb: 2\n', 'a: # none\n  x: 1\nb: 2\n'],
    ['into an item that is nothing', ['a', 0, 'x'], 'a:\n  -\n  - 2\n', 'a:\n  - x: 1\n  - 2\n'],
    ['into an item that is an empty object', ['a', 0, 'x'], 'a:\n  - {} # one\n  - 2\n', 'a:\n  - # one\n    x: 1\n  - 2\n'],
    ['between braces', ['a', 'x'], 'a: {b: 2}\n', 'a: {"x": 1, b: 2}\n'],
    ['between braces, behind their blank', ['a', 'x'], 'a: { b: 2 }\n', 'a: { "x": 1, b: 2 }\n'],
    ['between braces, below a comment', ['a', 'x'], 'a: { # a\n  b: 2 }\n', 'a: { # a\n  "x": 1,\n  b: 2 }\n'],
    ['in place of nothing between braces', ['a', 'b', 'x'], 'a: {b: , c: 2}\n', 'a: {b: {"x": 1} , c: 2}\n'],
    ['in place of null between braces', ['a', 'b', 'x'], 'a: {b: null}\n', 'a: {b: {"x": 1}}\n'],
    ['into JSON of one line', ['x'], '{"a":1}', '{"x": 1, "a":1}'],
    ['into JSON of many lines', ['x'], '{\n  "a": 1\n}\n', '{\n  "x": 1,\n  "a": 1\n}\n'],
    ['into an empty object of JSON', ['a', 'x'], '{"a": {}}', '{"a": {"x": 1}}'],
    ['into objects that are not there either', ['a', 'b', 'c', 'x'], 'a:\n  d: 2\n', 'a:\n  b:\n    c:\n      x: 1\n  d: 2\n'],
    ['into objects that are not there in JSON', ['a', 'b', 'x'], '{"a": {"d": 2}}', '{"a": {"b": {"x": 1}, "d": 2}}'],
    ['where it is null', ['x'], 'x: null\na: 2\n', 'x: 1\na: 2\n'],
    ['not where it is already', ['x'], 'x: 2\n', undefined],
    ['not into a list', ['a', 'x'], 'a:\n  - 1\n', undefined],
    ['not into an empty list', ['a', 'x'], 'a: []\n', undefined],
    ['not into a scalar', ['a', 'x'], 'a: 1\n', undefined],
    ['not into an alias, which others share', ['b', 'x'], 'a: &one {c: 1}\nb: *one\n', undefined],
    ['not into a pair between brackets', ['a', 0, 'x'], 'a: [b: 1]\n', undefined],
    ['not into an item that is not there', ['a', 1, 'x'], 'a:\n  - b: 1\n', undefined],
    ['not below an anchor without a value', ['a', 'x'], 'a: &one\nb: *one\n', undefined],
  ])('%s', (_, path, before, after) => {
    expect(edited(before, (source) => insertField(source, path, 1))).toBe(after);
  });

  test('in a file of Windows', () => {
    expect(edited('a:\r\nb: 2\r\n', (source) => insertField(source, ['a', 'x', 'z'], 1))).toBe('a:\r\n  x:\r\n    z: 1\r\nb: 2\r\n');
    expect(edited('{\r\n  "a": 1\r\n}', (source) => insertField(source, ['x'], 1))).toBe('{\r\n  "x": 1,\r\n  "a": 1\r\n}');
  });

  test('with all that it holds', () => {
    const value = { requests: { memory: '128Mi' }, limits: {}, claims: [{ name: 'a' }] };
    expect(edited('a:\n  b: 2\n', (source) => insertField(source, ['a', 'x'], value))).toBe(
      'a:\n  x:\n    requests:\n      memory: 128Mi\n    limits: {}\n    claims:\n      - name: a\n  b: 2\n',
    );
  });
});

describe('insertEntry', () => {
  test.each<Case>([
    ['before others', ['a'], 'a:\n  b: 1\n', 'a:\n  x: |\n    one\n\n    two\n  b: 1\n'],
    ['below a key', ['a'], 'a:\n', 'a:\n  x: |\n    one\n\n    two\n'],
    ['below a key with a comment, which does not become text', ['a'], 'a: # note\n', 'a: # note\n  x: |\n    one\n\n    two\n'],
    ['in an object that is not there', ['a', 'b'], 'a:\n', 'a:\n  b:\n    x: |\n      one\n\n      two\n'],
    ['as JSON', ['a'], '{"a": {}}', '{"a": {"x": "one\\n\\ntwo\\n"}}'],
  ])('puts lines %s', (_, parent, before, after) => {
    const field = { yaml: 'x: |\n  one\n\n  two', json: '"x": "one\\n\\ntwo\\n"' };
    expect(edited(before, (source) => insertEntry(source, parent, field))).toBe(after);
  });
});

test('the way of writing is told by the document, not by how its text begins', () => {
  const json = sourceOf('# a comment\n{"a": [1]}');
  const yaml = sourceOf('a: [1]\nb:\n- 2\n');
  expect([isJson(json), isJson(yaml), isFlow(yaml, ['a']), isFlow(yaml, ['b'])]).toEqual([true, false, true, false]);
});
