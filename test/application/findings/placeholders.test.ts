import { describe, expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { analysisOf } from '../../analysis.ts';
import { cronJobWith } from '../../manifests.ts';
import { shown } from '../../text.ts';

const open = '$' + '{';
const text = cronJobWith({
  metadata: `name: ${open}APP}-backup\nlabels:\n  app: <name>`,
  cronJob: `schedule: ${open}WHEN:=0 3 * * *}\ntimeZone: __ZONE__\nsuccessfulJobsHistoryLimit: $HISTORY\nfailedJobsHistoryLimit: -1`,
});

const errors = (placeholders: boolean, of = text) =>
  fileFindings(analysisOf(of, { advice: 'off', placeholders }))
    .filter(({ finding }) => finding.severity === 'error')
    .map(({ range }) => shown(of, range));

describe('placeholders', () => {
  test('stand for values that a tool fills in: nothing is wrong with these, all else is judged, and one note says so', () => {
    expect(errors(true)).toEqual(['failedJobsHistoryLimit: «-1»']);
    const notes = fileFindings(analysisOf(`${text}---\n${text}`, { placeholders: true })).filter(
      ({ finding }) => finding.code === 'placeholders',
    );
    expect(notes.map(({ finding }) => finding.severity)).toEqual(['info']);
    expect(fileFindings(analysisOf(cronJobWith(''), { placeholders: true })).map(({ finding }) => finding.code)).not.toContain(
      'placeholders',
    );
  });

  test('in a lone file are what Kubernetes takes them for', () => {
    expect(errors(false)).toHaveLength(6);
  });

  test('are overwritten by no fix', () => {
    const analysis = analysisOf(text);
    const written = objectFindings(analysis).flatMap((found) => fixesOf(analysis, found).flatMap(({ edits }) => edits));
    const touched = written.filter(({ range, newText }) => newText !== '' && /[${<_]/.test(analysis.text.getText(range)));
    expect(touched.map(({ range, newText }) => `${analysis.text.getText(range)} > ${newText}`)).toEqual([]);
    expect(written.length).toBeGreaterThan(0);
  });
});
