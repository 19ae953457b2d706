import { applyPatch, createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../../server/cli/report/unified-diff.ts';
import { runs } from '../../property-runs.ts';

/** Long enough to be compared in pieces, with lines that stand there often. */
const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd: 1', '', 'e\r'), { minLength: 600, maxLength: 2500 });
const edits = fc.array(
  fc.record({ at: fc.nat(2500), taken: fc.nat(12), put: fc.array(fc.constantFrom('new', 'a', ''), { maxLength: 60 }) }),
  {
    maxLength: 40,
  },
);

test('what changes in a long text makes the other of it', () => {
  fc.assert(
    fc.property(lines, edits, fc.boolean(), (before, changes, endsInLine) => {
      const after: string[] = [...before];
      for (const { at, taken, put } of changes) after.splice(at % after.length || 0, taken, ...put);
      const [was, is] = [before, after].map((all) => all.join('\n') + (endsInLine ? '\n' : ''));
      expect(applyPatch(was ?? '', unifiedDiff('a.yaml', was ?? '', is ?? '', false))).toBe(is);
    }),
    runs(60),
  );
});

test('pieces of a long text show what the whole would', () => {
  const text = (word: string) => Array.from({ length: 4000 }, (_, at) => `line ${at}${at % 40 === 7 ? word : ''}\n`).join('');
  const whole = createTwoFilesPatch('a/a.yaml', 'b/a.yaml', text(''), text(' new')).replace(/^=+\n/, '').replace(/\t$/gm, '');
  expect(unifiedDiff('a.yaml', text(''), text(' new'), false)).toBe(whole);
});
