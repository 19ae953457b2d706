import { expect, test } from 'vitest';
import { findObject, objectSummaries } from '../../server/application/object-ranges.ts';
import { analysisOf } from '../analysis.ts';

const replicated = (name: string) => `    - name: ${name}
      template:
        spec:
          template:
            spec: {restartPolicy: Never, containers: [{name: main, image: busybox:1.36}]}
`;
const jobSet = (...names: readonly string[]) =>
  `apiVersion: jobset.x-k8s.io/v1alpha2\nkind: JobSet\nmetadata: {name: set}\nspec:\n  replicatedJobs:\n${names.map(replicated).join('')}`;

test.each([
  [jobSet('one'), [{ document: 0, name: 'set-one-0', firstLine: 7, lastLine: 9 }]],
  [
    jobSet('one', 'two'),
    [
      { document: 0, item: 0, name: 'set-one-0', firstLine: 7, lastLine: 9 },
      { document: 0, item: 1, name: 'set-two-0', firstLine: 12, lastLine: 14 },
    ],
  ],
])('the Jobs that an object of another project carries count as items of its document', (text, expected) => {
  const analysis = analysisOf(text);
  const summaries = objectSummaries(analysis);
  expect(summaries).toMatchObject(expected);
  expect(summaries.map((id) => findObject(analysis, id)?.judged.name)).toEqual(summaries.map(({ name }) => name));
});

test('pods are none, for nobody makes a Job of them', () => {
  const pod = 'template: {spec: {containers: [{name: main, image: busybox:1.36}]}}';
  const volcano = `apiVersion: batch.volcano.sh/v1alpha1\nkind: Job\nmetadata: {name: a}\nspec: {tasks: [{${pod}}]}\n`;
  expect(objectSummaries(analysisOf(volcano))).toEqual([]);
});
