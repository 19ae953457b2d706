import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { analysisOf } from '../../analysis.ts';
import { apply } from '../../text.ts';

/** Every fifteenth is enough: the same faults come again and again in other places. */
const manifests = readFileSync(join(__dirname, '../../corpus/apiserver.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .filter((_, index) => index % 15 === 0)
  .map((line): { id: string; yaml: string } => JSON.parse(line));

test('fixes of recorded faults leave YAML, and preferred ones no fault of the same kind in the same place', () => {
  const wrong: string[] = [];
  for (const { id, yaml } of manifests) {
    const analysis = analysisOf(yaml);
    const before = objectFindings(analysis);
    for (const located of before) {
      const { code, path } = located.finding;
      for (const { title, edits, preferred } of fixesOf(analysis, located)) {
        const after = objectFindings(analysisOf(apply(yaml, edits)));
        if (after.some(({ finding }) => finding.reason === 'NotYAML') && located.finding.reason !== 'NotYAML')
          wrong.push(`${id}: "${title}" breaks the YAML`);
        const stays = after.some(({ finding }) => finding.code === code && finding.path === path);
        if (preferred && stays && after.length >= before.length) wrong.push(`${id}: "${title}" leaves ${code} at ${path}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
