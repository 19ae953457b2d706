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
  const isNew = withoutKnown(baseline, '/f');
  expect([piece, further, further, piece].map((one) => isNew(one).findings.length)).toEqual([0, 0, 1, 0]);
});
