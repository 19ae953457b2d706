import { expect, test } from 'vitest';
import { withIdentity } from '../../../server/kubernetes/creation/identity.ts';
import { prepareForCreate } from '../../../server/kubernetes/creation/prepare-for-create.ts';
import { setJobDefaults } from '../../../server/kubernetes/defaults/job.ts';
import type { Job } from '../../../server/kubernetes/generated/types.ts';

const identity = { name: 'hello', uid: 'u' };
const prepare = (job: Job, version: '1.30' | '1.37' = '1.37') => prepareForCreate(setJobDefaults(job), identity, version);
const generated = {
  'job-name': 'hello',
  'batch.kubernetes.io/job-name': 'hello',
  'controller-uid': 'u',
  'batch.kubernetes.io/controller-uid': 'u',
};

test('ties the pods to the Job by labels and a selector', () => {
  const { metadata, spec } = prepare({
    metadata: { name: 'hello', labels: { own: 'a' } },
    spec: { template: { metadata: { labels: { app: 'a' } } } },
  });
  expect(spec?.template?.metadata?.labels).toEqual({ ...generated, app: 'a' });
  expect(spec?.selector).toEqual({ matchLabels: { 'batch.kubernetes.io/controller-uid': 'u' } });
  expect(metadata).toEqual({ name: 'hello', uid: 'u', generation: 1, labels: { own: 'a' } });
});

test('keeps what is there', () => {
  const { spec } = prepare({ spec: { template: { metadata: { labels: { 'job-name': 'x' } } }, selector: { matchLabels: { app: 'a' } } } });
  expect(spec?.template?.metadata?.labels).toEqual({ ...generated, 'job-name': 'x' });
  expect(spec?.selector).toEqual({ matchLabels: { app: 'a', 'batch.kubernetes.io/controller-uid': 'u' } });
});

test('leaves a manual selector alone', () => {
  const spec = { manualSelector: true, selector: { matchLabels: { app: 'a' } }, template: { metadata: { labels: { app: 'a' } } } };
  expect(prepare({ spec }).spec).toMatchObject(spec);
});

test('a Job without labels of its own shows those of its pods', () => {
  const job = { spec: { template: { metadata: { labels: { app: 'a' } } } } };
  expect(prepare({ ...job, metadata: { name: 'hello' } }).metadata?.labels).toEqual({ ...generated, app: 'a' });
  expect(prepare({ ...job, metadata: { generateName: 'hel' } }).metadata?.labels).toEqual({ app: 'a' });
  expect(prepare({ ...job, metadata: { generateName: 'hel' } }, '1.30').metadata?.labels).toEqual({ ...generated, app: 'a' });
});

test('drops the status and the fields of gates that are off', () => {
  const job = { status: { active: 3 }, spec: { scheduling: {}, managedBy: 'a/b', successPolicy: {} } };
  expect(prepare(job)).not.toHaveProperty('status');
  expect(prepare(job).spec).not.toHaveProperty('scheduling');
  expect(prepare(job).spec).toMatchObject({ managedBy: 'a/b', successPolicy: {} });
  expect(prepare(job, '1.30').spec).not.toHaveProperty('managedBy');
  expect(prepare(job, '1.30').spec).not.toHaveProperty('successPolicy');
});

test('keeps what is off in claims that are made from a template, as long as it is but a template', () => {
  const volumes = [{ name: 'v', ephemeral: { volumeClaimTemplate: { spec: { volumeAttributesClassName: 'a' } } } }];
  expect(prepare({ spec: { template: { spec: { volumes } } } }, '1.30').spec?.template?.spec).toMatchObject({ volumes });
});

test.each<[string, Job]>([
  ['of its template alone', { spec: { template: { metadata: { labels: { app: 'a' } } } } }],
  ['of its own', { metadata: { labels: { 'job-name': 'x', own: 'a' } }, spec: {} }],
  ['that are none', { spec: { selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } } }],
  ['that its author set', { spec: { template: { metadata: { labels: { 'job-name': 'x' } } } } }],
  ['with a manual selector', { spec: { manualSelector: true, template: { metadata: { labels: { 'job-name': 'hello' } } } } }],
])('a stored Job with labels %s, under another identity, is as if it had been created so', (_, job) => {
  const other = { name: 'bye', uid: 'v' };
  const asIf = setJobDefaults(prepareForCreate(setJobDefaults(job), other));
  expect(withIdentity(setJobDefaults(prepare(job)), other)).toEqual(asIf);
});
