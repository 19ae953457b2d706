import { describe, expect, test } from 'vitest';
import { factsAt } from '../../../server/application/facts/facts-at.ts';
import { factDocuments, factsFor, gatheredFacts } from '../../../server/application/facts/known-facts.ts';

const quota = (pods: number, name = 'quota') =>
  `apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: ${name}, namespace: work}\nspec: {hard: {pods: ${pods}}}\n`;

/** The bounds on pods in the namespace `work`, as a file sees them. */
function bounds(files: Readonly<Record<string, string>>, seenFrom: string): readonly (number | undefined)[] {
  const documents = Object.entries(files).flatMap(([file, text]) => gatheredFacts(factDocuments(text), file, undefined));
  const known = factsAt({ documents, namespace: undefined, configured: [] })(seenFrom, 'work');
  return (factsFor(known, undefined)?.quotas ?? []).map(({ hard }) => Number((hard.get('pods')?.nano ?? 0n) / 1_000_000_000n));
}

describe('where several files describe the same object', () => {
  const clusters = { '/w/dev/quota.yaml': quota(1), '/w/prod/quota.yaml': quota(2) };

  test.each([
    ['the nearest counts', clusters, '/w/dev/jobs/job.yaml', [1]],
    ['for each file its own', clusters, '/w/prod/job.yaml', [2]],
    ['none where they lie equally near', clusters, '/w/jobs/job.yaml', []],
    ['of one file the last', { '/w/quota.yaml': `${quota(1)}---\n${quota(2)}` }, '/w/job.yaml', [2]],
    ['others count all the same', { ...clusters, '/w/other.yaml': quota(3, 'other') }, '/w/jobs/job.yaml', [3]],
    ['addresses as paths', { 'file:///w/dev/q.yaml': quota(1), 'file:///w/prod/q.yaml': quota(2) }, 'file:///w/dev/job.yaml', [1]],
    ['a name that begins alike is another folder', { '/w/dev/q.yaml': quota(1), '/w/devel/q.yaml': quota(2) }, '/w/devel/job.yaml', [2]],
    ['backslashes as slashes', { 'C:\\w\\dev\\q.yaml': quota(1), 'C:\\w\\prod\\q.yaml': quota(2) }, 'C:\\w\\prod\\job.yaml', [2]],
  ])('%s', (_what, files, seenFrom, expected) => {
    expect(bounds(files, seenFrom)).toEqual(expected);
  });
});

test('each file is told its own', () => {
  const files = { '/w/dev/quota.yaml': quota(1), '/w/prod/quota.yaml': quota(2) };
  const documents = Object.entries(files).flatMap(([file, text]) => gatheredFacts(factDocuments(text), file, undefined));
  const at = factsAt({ documents, namespace: undefined, configured: [] });
  const answers = ['/w/dev/job.yaml', '/w/prod/job.yaml', '/w/dev/other.yaml'].map((file) => at(file, 'work'));
  expect(answers.map((known) => known.documents.map(({ file }) => file))).toEqual([
    ['/w/dev/quota.yaml'],
    ['/w/prod/quota.yaml'],
    ['/w/dev/quota.yaml'],
  ]);
  // The same answer for the same folder: what follows from it is found out once.
  expect(answers[2]).toBe(answers[0]);
});

test('of several configurations the nearest above a file counts', () => {
  const configured = [
    { folder: '/w', namespace: 'outer', facts: undefined },
    { folder: '/w/deep', namespace: 'inner', facts: undefined },
  ];
  const at = factsAt({ documents: [], namespace: undefined, configured });
  const seen = ['/w/a.yaml', '/w/deep/er/a.yaml', '/w/deeper/a.yaml', '/a.yaml'].map((file) => at(file, undefined).namespace);
  expect(seen).toEqual(['outer', 'inner', 'outer', undefined]);
  expect(at('/w/deep/a.yaml', 'given').namespace).toBe('given');
});
