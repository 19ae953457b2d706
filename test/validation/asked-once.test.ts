import { expect, test } from 'vitest';
import { field, root } from '../../server/kubernetes/finding/field-path.ts';
import { bad } from '../../server/kubernetes/finding/finding.ts';
import { askedOnce } from '../../server/validation/asked-once.ts';

test('rules that had nothing to say of a value in a version are not asked again, others are, at each place', () => {
  const asked: string[] = [];
  const rules = askedOnce(({ name }: { readonly name: string }, path, { version }) => {
    asked.push(`${name} ${version}`);
    return name === 'right' || version === '1.29' ? [] : [bad(path, 'Required', 'job-managed-by-empty')];
  });
  const [right, wrong] = [{ name: 'right' }, { name: 'wrong' }];
  const [here, there] = [field(root, 'here'), field(root, 'there')];
  const paths = (value: typeof right, version: '1.29' | '1.37') =>
    [here, there].flatMap((path) => rules(value, path, { version })).map(({ path }) => path);
  expect([paths(right, '1.37'), paths(wrong, '1.29'), paths(wrong, '1.37')]).toEqual([[], [], ['here', 'there']]);
  expect(asked).toEqual(['right 1.37', 'wrong 1.29', 'wrong 1.37', 'wrong 1.37']);
});
