import { join } from 'node:path';
import { expect, test } from 'vitest';
import { baselineText, readBaseline, withoutKnown } from '../../../server/cli/report/baseline.ts';
import type { FileFindings, ReportedFinding } from '../../../server/cli/report/reported-finding.ts';

const finding: ReportedFinding = {
  about: { document: 0, kind: 'Job', name: 'a' },
  path: 'spec',
  severity: 'error',
  reason: 'Required',
  code: 'required',
  practice: false,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  message: '',
  related: [],
};
const piece: FileFindings = { file: '/f/a.yaml', objects: 1, findings: [finding] };
const further: FileFindings = { ...piece, goesOn: true };

test('a file that is judged in pieces is one in a baseline', () => {
  const baseline = readBaseline(baselineText([piece, further], '/f'));
  if (!baseline) throw new Error('no baseline');
  const isNew = withoutKnown(baseline, '/f', () => true);
  expect([piece, further, further, piece].map((one) => isNew(one).findings.length)).toEqual([0, 0, 1, 0]);
});

test('what is known of a file that is gone is known of one under another name, as often', () => {
  const baseline = readBaseline(baselineText([piece, { ...piece, file: '/f/b.yaml' }, { ...piece, file: '/f/c.yaml' }], '/f'));
  if (!baseline) throw new Error('no baseline');
  const isNew = withoutKnown(baseline, '/f', (file) => file === join('/f', 'c.yaml'));
  const judged = ['/f/c.yaml', '/f/d.yaml', '/f/e.yaml', '/f/f.yaml'].map((file) => isNew({ ...piece, file }).findings.length);
  expect(judged).toEqual([0, 0, 0, 1]);
});
