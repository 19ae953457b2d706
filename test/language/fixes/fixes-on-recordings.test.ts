import { expect, test } from 'vitest';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { analysisOf } from '../../analysis.ts';
import { readCases } from '../../corpus/agreement.ts';
import { apply } from '../../text.ts';

/** Of the manifests every sixth, and of each fix the first so many: the same faults come again and again in other places. */
const manifests = readCases('apiserver.jsonl').filter((_, index) => index % 6 === 0);
const mostOfAKind = 5;

test('fixes of recorded faults leave YAML, and preferred ones no fault of the same kind in the same place', () => {
  const tried = new Map<string, number>();
  const wrong: string[] = [];
  for (const { id, yaml } of manifests) {
    const analysis = analysisOf(yaml);
    const before = objectFindings(analysis);
    for (const located of before) {
      const { code, path, reason } = located.finding;
      for (const [place, { title, edits, preferred }] of fixesOf(analysis, located).entries()) {
        const kind = `${code} ${place}`;
        const times = tried.get(kind) ?? 0;
        if (times === mostOfAKind) continue;
        tried.set(kind, times + 1);
        const after = objectFindings(analysisOf(apply(yaml, edits)));
        if (after.some(({ finding }) => finding.reason === 'NotYAML') && reason !== 'NotYAML')
          wrong.push(`${id}: "${title}" breaks the YAML`);
        const stays = after.some(({ finding }) => finding.code === code && finding.path === path);
        if (preferred && stays && after.length >= before.length) wrong.push(`${id}: "${title}" leaves ${code} at ${path}`);
      }
    }
  }
  expect(tried.size).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
