import { expect, test } from 'vitest';
import { newestVersion } from '../../../server/kubernetes/versions.ts';
import { simulate } from '../../../server/simulator/simulate.ts';
import { cronJobOf, jobOf } from '../../manifests.ts';

const summaryOf = (object: Parameters<typeof simulate>[0], until = 600) => simulate(object, {}, { version: newestVersion, until }).summary;
const codes = (object: Parameters<typeof simulate>[0]) => summaryOf(object).assumptions.map(({ code }) => code);

test('a proxy beside the work keeps the Job from completing, as the advice on it says', () => {
  const work = { name: 'main', image: 'registry.example/app:7', command: ['./migrate'] };
  const proxy = { name: 'proxy', image: 'gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.14' };
  const { outcome, assumptions } = summaryOf(jobOf({}, { containers: [work, proxy] }));
  expect(outcome).toBe('Running');
  expect(assumptions.map(({ code }) => code)).toContain('estimate-serves');
});

test("a Job with Kueue's label waits for its queue, which is not played", () => {
  const labels = { 'kueue.x-k8s.io/queue-name': 'reports' };
  const queued = { ...jobOf({}), metadata: { name: 'hello', labels } };
  expect(summaryOf(queued)).toMatchObject({
    outcome: 'Complete',
    assumptions: [{ code: 'assumed-queue-admits', args: { queue: 'reports' } }, {}, {}],
  });
  expect(codes({ ...queued, spec: { ...queued.spec, suspend: true } })).toEqual(['assumed-queue-waits']);
  expect(codes(cronJobOf({ jobTemplate: { metadata: { labels }, spec: jobOf({}).spec ?? {} } }))[0]).toBe('assumed-queue-admits');
  expect(codes(jobOf({}))).not.toContain('assumed-queue-admits');
});
