import { expect, test } from 'vitest';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { codesBelowErrors } from '../../../server/kubernetes/finding/below-errors.ts';
import { isAdvice } from '../../../server/validation/judge/judged-finding.ts';
import { analysisOf } from '../../analysis.ts';
import { readCases } from '../../corpus/agreement.ts';

const job = 'apiVersion: batch/v1\nkind: Job\n';
const written = [
  `${job}---\n...\n${job}`,
  `${job}...\n${job}`,
  `${job}metadata: {name: a}\nmetadata: {name: b}\n`,
  `  apiVersion: batch/v1\n  kind: Job\n${job}`,
  `${job}\r---\n${job}`,
  `${job}metadata: {name: {{ .Values.name }}}\n`,
  `${job}metadata: {name: $NAME}\n`,
  `${job}metadata: {name: a, uid: 3b2f6a0e-0000-4000-8000-000000000000, resourceVersion: "1"}\nstatus: {}\n`,
];

test('of recorded manifests, and of what is hardly YAML, these codes are told below an error and no others, and as errors none of them', () => {
  const recorded = readCases('apiserver.jsonl').filter((_, index) => index % 8 === 0);
  const texts = [...written, ...recorded.map(({ yaml }) => yaml)];
  const found = texts
    .flatMap((text) => objectFindings(analysisOf(text, { placeholders: true })))
    .map(({ finding }) => finding)
    .filter((finding) => !isAdvice(finding));
  const codesOf = (isError: boolean) => [...new Set(found.filter((one) => (one.severity === 'error') === isError).map(({ code }) => code))];
  const ours: readonly string[] = codesBelowErrors;
  expect(codesOf(false).filter((code) => !ours.includes(code))).toEqual([]);
  expect(codesOf(true).filter((code) => ours.includes(code))).toEqual([]);
});
