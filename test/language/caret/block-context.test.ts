import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caretContext } from '../../../server/language/caret/block-context.ts';
import { runs } from '../../property-runs.ts';
import { blockLines, nested, scalarsOf } from './nested-yaml.ts';

/** The path at the caret, what is typed there, and the keys beside it. */
function context(marked: string): string {
  const offset = marked.indexOf('|');
  const before = marked.slice(0, offset).split('\n');
  const lines = (marked.slice(0, offset) + marked.slice(offset + 1)).split('\n');
  const { path, position, typed, siblings } = caretContext(lines, before.length - 1, before.at(-1)?.length ?? 0);
  return `${position} ${path.join('.')}${typed ? ` "${typed}"` : ''}${siblings.length ? ` beside ${[...siblings].sort().join(' ')}` : ''}`;
}

const job = 'kind: Job\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: b\n';

describe('where the caret stands', () => {
  test.each([
    ['at the root', `${job}|`, 'key  beside kind spec'],
    ['back in an outer object', `${job}  |`, 'key spec beside template'],
    ['in the object around a list', `${job}      |`, 'key spec.template.spec beside containers'],
    ['in an item', `${job}          |`, 'key spec.template.spec.containers.0 beside image name'],
    ['at a new item', `${job}        - |`, 'key spec.template.spec.containers.1'],
    ['in a second item', `${job}        - name: c\n          im|`, 'key spec.template.spec.containers.1 "im" beside name'],
    ['in a list at the column of its key', 'spec:\n  containers:\n  - name: a\n    |', 'key spec.containers.0 beside name'],
    ['in the object around such a list', 'spec:\n  containers:\n  - name: a\n  |', 'key spec beside containers'],
    ['in a list in a list', 'a:\n  - b:\n      - c: 1\n        |', 'key a.0.b.0 beside c'],
    ['in a list right in a list', 'a:\n  - - b\n    - |', 'key a.0.1'],
    ['at an item of such a list', 'a:\n  - x\n  - - b\n    - c\n  - |', 'key a.2'],
    ['below a key without value', 'spec:\n  template:\n    |', 'key spec.template'],
    ['at a value', 'spec:\n  completions: 3|\n  a: 1', 'value spec.completions "3" beside a'],
    ['at a value of an item', 'spec:\n  containers:\n    - name: |', 'value spec.containers.0.name'],
    ['at a word of a list', 'args:\n  - a\n  - b|', 'key args.1 "b"'],
    ['a little too far to the right', 'spec:\n  completions: 3\n   |', 'key spec beside completions'],
    ['between keys', 'spec:\n  a: 1\n  |\n  b: 2', 'key spec beside a b'],
    ['after a key in quotes', '"spec":\n  "a b": 1\n  |', 'key spec beside a b'],
    ['after a comment', 'spec:\n# comment\n  # more: 1\n  |', 'key spec'],
    ['after text that is no YAML', 'spec:\n  ]]]\n  |', 'key spec'],
  ])('%s', (_, text, expected) => {
    expect(context(text)).toBe(expected);
  });
});

test('a scalar is at the path at which a reader of YAML finds it', () => {
  fc.assert(
    fc.property(nested, (value) => {
      const lines = blockLines(value);
      for (const { offset, path } of scalarsOf(lines.join('\n'))) {
        const before = lines.join('\n').slice(0, offset).split('\n');
        const found = caretContext(lines, before.length - 1, before.at(-1)?.length ?? 0).path;
        expect([...lines, offset, found]).toEqual([...lines, offset, path]);
      }
    }),
    runs(300),
  );
});
