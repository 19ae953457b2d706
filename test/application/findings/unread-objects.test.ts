import { expect, test } from 'vitest';
import { fileFindings } from '../../../server/application/findings/file-findings.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';

const job = jobWith('completions: 2');
const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';
const codes = (text: string) => fileFindings(analysisOf(text, { advice: 'warnings' })).map(({ finding }) => finding.code);

test.each([
  ['lone carriage returns', `${other}---\n${job}`.replaceAll('\n', '\r'), ['yaml-separator-not-read']],
  ['next lines', `${other}---\n${job}`.replaceAll('\n', '\x85'), ['yaml-separator-not-read']],
  ['an end of the document', `${other}...\n${job}`, ['yaml-behind-end']],
  ['a first line further right', `  template:\n${job}`, ['no-kind', 'yaml-not-read']],
  ['a map in braces', `{a: 1}\n${job}`, ['no-kind', 'yaml-not-read']],
])('a Job that is not read behind %s is told of', (_, text, expected) => {
  expect(codes(text)).toEqual(expected);
});

test.each([
  ['what is none of ours', `${other}...\n${other}`],
  ['nothing', `${job}...\n# the end\n\n`],
  ['another document', `${job}...\n---\n${job}`],
])('%s behind an end is not', (_, text) => {
  expect(codes(text)).toEqual([]);
});
