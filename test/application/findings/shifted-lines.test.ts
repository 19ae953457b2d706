import { expect, test } from 'vitest';
import { objectFindings } from '../../../server/application/findings/object-findings.ts';
import { causesAmong } from '../../../server/application/located-finding.ts';
import { fixesOf } from '../../../server/language/fixes/index.ts';
import { withLinesMoved } from '../../../server/manifest/lines.ts';
import { analysisOf } from '../../analysis.ts';
import { check } from '../../check.ts';
import { apply, unindented } from '../../text.ts';

/** The text after the one fix of its one error. */
function mended(text: string): string {
  const analysis = analysisOf(text, { advice: 'off' });
  const [found, ...others] = causesAmong(objectFindings(analysis));
  expect(others).toEqual([]);
  const [fix] = found ? fixesOf(analysis, found) : [];
  return apply(text, fix?.edits ?? []);
}

const right = unindented(`
  apiVersion: batch/v1
  kind: Job
  metadata:
    name: hello
  spec:
    backoffLimit: 2
    template:
      spec:
        restartPolicy: Never
        containers:
          - name: main
            image: busybox
            env:
              - name: A
                value: "1"
              - name: B
                value: "2"
            resources:
              limits:
                memory: 64Mi
`);

test.each([
  ['its value too far right', ['              value: "1"'], -3],
  ['a list of variables too far left, with its key', ['env:', '- name: A', 'value: "1"', '- name: B', 'value: "2"'], 1],
  ['a second variable too far left', ['- name: B', 'value: "2"'], 3],
  ['limits too far left', ['              limits:', '              memory: 64Mi'], 2],
  ['the pod too far right', ['      spec:'], -1],
])('%s are one mistake, and one fix moves them back', (_, wanted, by) => {
  const lines = right.split('\n');
  const first = lines.findIndex((line) => line.trim() === wanted[0]?.trim());
  const faulty = withLinesMoved(right, { first, last: first + wanted.length - 1, by: -by });
  expect(faulty).not.toBe(right);
  expect(mended(faulty)).toBe(right);
});

test('it is told at the first of the lines', () => {
  check(`
    apiVersion: batch/v1
    kind: Job
    metadata:
      name: hello
    spec:
      backoffLimit: 2
        template:
    #   ^^^^^^^^^ lines-too-far-right
        spec:
          restartPolicy: Never
          containers:
            - name: main
              image: busybox
  `);
});

test('what is wrong in another way too is left to its own findings', () => {
  const codes = causesAmong(
    objectFindings(analysisOf(right.replace('busybox', '""').replace('      spec:', '     spec:'), { advice: 'off' })),
  );
  expect(codes.map(({ finding }) => finding.code)).not.toContainEqual(expect.stringMatching('lines-too-far'));
});
