import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandVariables } from '../../../server/estimate/shell/expand-variables.ts';
import { runs } from '../../property-runs.ts';

const variables = new Map([
  ['A', 'a'],
  ['B', undefined],
]);

test.each([
  ['x$(A)y', 'xay'],
  ['$$(A) $$$(A) $$', '$(A) $a $'],
  ['$(NONE) $(A', '$(NONE) $(A'],
  ['$(B)', undefined],
  ['$($(A)', '$($(A)'],
  ['$(A)$$(', 'a$('],
])('%s is %s', (text, expanded) => expect(expandVariables(text, variables)).toBe(expanded));

/** As the kubelet's own loop does it (pkg/apis third_party/forked/golang/expansion, 1.37), a sign at a time. */
function expandBySigns(text: string): string {
  let expanded = '';
  for (let at = 0; at < text.length; at++) {
    const end = text.indexOf(')', at);
    if (text[at] !== '$') expanded += text[at];
    else if (text[at + 1] === '$') {
      expanded += '$';
      at += 1;
    } else if (text[at + 1] !== '(' || end < 0) expanded += '$';
    else {
      const name = text.slice(at + 2, end);
      expanded += variables.get(name) ?? text.slice(at, end + 1);
      at = end;
    }
  }
  return expanded;
}

test('as the kubelet does it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('$', '(', ')', 'A', 'x') }), (text) => {
      expect(expandVariables(text, variables)).toBe(expandBySigns(text));
    }),
    runs(1000),
  );
});
